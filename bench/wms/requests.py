"""Ends of addresses, one a line: maps of about so many polygons at random places (a number), maps of all polygons with a
random margin ("all"), or web map tiles of about a hundred polygons ("tiles")."""
import math
import random
import sys

polygons = int(sys.argv[1])
view = sys.argv[2]
step = 0.0006
zoom = 16
side = math.ceil(math.sqrt(polygons)) * step
random.seed(4544)


def tile(longitude, latitude):
    rows = math.asinh(math.tan(math.radians(latitude))) / math.pi
    return int((longitude + 180) / 360 * 2**zoom), int((1 - rows) / 2 * 2**zoom)


for _ in range(2000):
    reach = side * (1 + random.random() * 0.02) if view == "all" else math.sqrt(100 if view == "tiles" else int(view)) * step
    west, south = 106 - step, 29 - step
    if view != "all":
        west = 106 + random.random() * (side - reach)
        south = 29 + random.random() * (side - reach)
    if view == "tiles":
        print(f"{zoom}/%d/%d.png" % tile(west, south))
    else:
        print(f"&BBOX={west:.7f},{south:.7f},{west + reach:.7f},{south + reach:.7f}")
