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
    print "\tbool\t\theading;\t\t/* of the standard, no division */"
    print "}\t\t\tdivisions[] =\n{"
}

{
    sub(/^0+/, "", $1)
    # The standard lists the districts of a city (市辖区), the counties (县) or
    # cities (市) of a municipality, the forest district (林区) of Hubei and the
    # counties right under a province (直辖) under a heading that has a code.
    heading = $2 ~ /^(市辖区|县|市|林区)$|直辖/
    printf "\t{%s, %d, %d, %d, %d, %d, %s},\n", $1, place($2), place($5), $3, $4, likely,
        heading ? "true" : "false"
    # measured on real codes: 6.3 % of them carry one of the abolished divisions
    likely += heading ? 0 : $4 == "" ? 15 : 1
}

END {
    print "};\n\n/* sum of all weights */\n#define LIKELY_DIVISIONS " likely
    print "\nstatic const char division_names[] ="
    for (i = 1; i <= count; i++)
        printf "\"%s\\0\"%s\n", names[i], (i == count ? ";" : "")
}
