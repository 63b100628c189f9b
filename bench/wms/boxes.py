"""Boxes of requests, one a line: of about so many polygons at random places, or of all of them with a random margin."""
import math
import random
import sys

polygons = int(sys.argv[1])
step = 0.0006
side = math.ceil(math.sqrt(polygons)) * step
random.seed(4544)
for _ in range(2000):
    if sys.argv[2] == "all":
        reach = side * (1 + random.random() * 0.02)
        west, south = 106 - step, 29 - step
    else:
        reach = math.sqrt(int(sys.argv[2])) * step
        west = 106 + random.random() * (side - reach)
        south = 29 + random.random() * (side - reach)
    print(f"{west:.7f},{south:.7f},{west + reach:.7f},{south + reach:.7f}")
