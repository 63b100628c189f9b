"""Whether pictures show the same map as the first: prints how far their mean colours are from its, and names those that are
not the same map, one a line, on the standard output."""
import pathlib
import sys

import numpy
from osgeo import gdal

MOST = 8
gdal.UseExceptions()


def read(path):
    image = gdal.Open(path)
    if image.GetRasterBand(1).GetColorTable():
        image = gdal.Translate("", image, format="MEM", rgbExpand="rgba")
    bands = image.ReadAsArray().astype(float)
    if bands.shape[0] == 4:
        alpha = bands[3] / 255
        bands = bands[:3] * alpha + 255 * (1 - alpha)
    return bands[:3]


first = read(sys.argv[1])
for path in sys.argv[2:]:
    picture = read(path)
    name = pathlib.Path(path).stem
    pixels = numpy.abs(picture - first).mean()
    colour = numpy.abs(picture.mean(axis=(1, 2)) - first.mean(axis=(1, 2))).max()
    print(f"{name}: mean difference of pixels {pixels:.1f}, of the mean colour {colour:.1f} of 255", file=sys.stderr)
    if colour > MOST:
        print(name)
