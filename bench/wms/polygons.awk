# Seeded random polygons of 16 to 24 vertices on a jittered grid of 0.0006 degrees, and a carbon account for each.
BEGIN {
    srand(27)
    side = int(sqrt(n))
    if (side * side < n) side++
    pi = atan2(0, -1)
    print "code,name,wkt" > spaces
    print "code,soil_sink_kg,vegetation_sink_kg,material_emission_kg,construction_emission_kg,operation_emission_kg" > carbon
    for (i = 0; i < n; i++) {
        x = 106 + (i % side + rand() * 0.4 - 0.2) * 0.0006
        y = 29 + (int(i / side) + rand() * 0.4 - 0.2) * 0.0006
        vertices = 16 + int(rand() * 9)
        reach = 0.0006 * (0.25 + rand() * 0.25)
        ring = ""
        for (j = 0; j < vertices; j++) {
            r = reach * (0.75 + rand() * 0.35)
            point = sprintf("%.7f %.7f", x + r * cos(2 * pi * j / vertices), y + r * sin(2 * pi * j / vertices))
            if (j == 0) first = point
            ring = ring point ","
        }
        printf "S%d,小微空间 %d,\"POLYGON((%s%s))\"\n", i, i, ring, first > spaces
        printf "S%d,10,%.2f,1000,500,1500\n", i, rand() * 6000 > carbon
    }
}
