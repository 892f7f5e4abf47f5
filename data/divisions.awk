# Turns divisions.tsv into the constant data of src/standards/gb2260.c (the codes)
# and gb2260_names.c (their names, each once, and successors).  Run with LC_ALL=C,
# so that lengths are bytes.

function place(name) {
    if (!(name in places)) {
        places[name] = size
        names[++count] = name
        size += length(name) + 1
    }
    return places[name]
}

# The standard lists the districts of a city (市辖区), the counties (县) or cities
# (市) of a municipality, the forest district (林区) of Hubei and the counties right
# under a province (直辖) under a heading that has a code.
function is_heading(name) {
    return name ~ /^(市辖区|县|市|林区)$|直辖/
}

# The weight of a code, by its last name.  Measured on real codes: 6.3 % of them
# carry one of the abolished divisions.
function end_code() {
    if (code == "")
        return
    codes[++code_count] = sprintf("\t{%s, %d},", code, likely)
    likely += heading ? 0 : (last == "" ? 15 : 1)
}

BEGIN {
    FS = "\t"
    place("")
}

{
    sub(/^0+/, "", $1)
    if ($1 != code)
        end_code()
    code = $1
    last = $4
    heading = is_heading($2)
    name_codes[++row_count] = "\t" code ","
    rows[row_count] = sprintf("\t{%d, %d, %d, %d},", place($2), heading, $3, $4)
    if ($5 != "") {
        english_codes[++english_count] = "\t" code ","
        english[english_count] = "\t" place($5) ","
    }
    successor_number = split($6, successor, " ")
    for (i = 1; i <= successor_number; i++) {
        successor_codes[++successor_count] = "\t" code ","
        successors[successor_count] = "\t" successor[i] ","
    }
}

function print_table(type, name, lines, line_count) {
    print "\nstatic const " type " " name "[] =\n{"
    for (i = 1; i <= line_count; i++)
        print lines[i]
    print "};"
}

END {
    end_code()
    print "/* Made by data/divisions.awk from data/divisions.tsv; do not edit. */"
    print "\n#ifdef GB2260_CODES"
    print_table("Code", "codes", codes, code_count)
    print "\n/* sum of all weights */\n#define LIKELY_DIVISIONS " likely
    print "\n#endif\n\n#ifdef GB2260_NAMES"
    print_table("int32_t", "name_codes", name_codes, row_count)
    print_table("Name", "names", rows, row_count)
    print_table("int32_t", "english_codes", english_codes, english_count)
    print_table("uint32_t", "english_names", english, english_count)
    print_table("int32_t", "successor_codes", successor_codes, successor_count)
    print_table("int32_t", "successors", successors, successor_count)
    print "\nstatic const char texts[] ="
    for (i = 1; i <= count; i++)
        printf "\"%s\\0\"%s\n", names[i], (i == count ? ";" : "")
    print "\n#endif"
}
