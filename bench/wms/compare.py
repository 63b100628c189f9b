"""How much pictures differ from the first: mean difference of a channel in steps of 255. Ends with 1 when one is another map."""
import sys

import numpy
from osgeo import gdal

gdal.UseExceptions()


def read(path):
    bands = gdal.Open(path).ReadAsArray().astype(float)
    if bands.shape[0] == 4:
        alpha = bands[3] / 255
        bands = bands[:3] * alpha + 255 * (1 - alpha)
    return bands[:3]


first = read(sys.argv[1])
worst = 0
for path in sys.argv[2:]:
    difference = numpy.abs(read(path) - first).mean()
    blurred = numpy.abs(read(path).mean(axis=(1, 2)) - first.mean(axis=(1, 2))).max()
    print(f"{path.rsplit('/', 1)[-1]}: mean difference {difference:.1f}, of the mean colour {blurred:.1f} of 255")
    worst = max(worst, blurred)
sys.exit(1 if worst > 16 else 0)
