# Turns divisions.tsv into the constant data of src/standards/gb2260.c: rows in
# the order of the codes, and their names, each once.  Run with LC_ALL=C, so
# that lengths are bytes.

function place(name) {
    if (!(name in places)) {
        places[name] = size
        names[++count] = name
        size += length(name) + 1
    }
    return places[name]
}

BEGIN {
    FS = "\t"
    place("")
    print "/* Made by data/divisions.awk from data/divisions.tsv; do not edit. */"
    print "\nstatic const struct\n{"
    print "\tint32_t\t\tcode;"
    print "\tuint32_t\tname;\t\t\t/* place in division_names, as is name_en */"
    print "\tuint32_t\tname_en;"
    print "\tint16_t\t\tfirst_year;"
    print "\tint16_t\t\tlast_year;"
    print "\tint32_t\t\tlikely_before;\t/* sum of the weights of the rows before */"
    print "}\t\t\tdivisions[] =\n{"
}

{
    sub(/^0+/, "", $1)
    printf "\t{%s, %d, %d, %d, %d, %d},\n", $1, place($2), place($5), $3, $4, likely
    # measured on real codes: 6.3 % of them carry one of the abolished divisions
    likely += $4 == "" ? 15 : 1
}

END {
    print "};\n\n/* sum of all weights */\n#define LIKELY_DIVISIONS " likely
    print "\nstatic const char division_names[] ="
    for (i = 1; i <= count; i++)
        printf "\"%s\\0\"%s\n", names[i], i == count ? ";" : ""
}
