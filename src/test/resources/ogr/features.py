"""Prints the features of a vector file as GDAL reads them, one JSON object a line: text, numbers as Python's
shortest exact notation, geometry as hexadecimal WKB. Usage: features.py DATASET [OPEN_OPTION=VALUE ...]"""
import json
import sys

from osgeo import gdal, ogr

gdal.UseExceptions()
sys.stdout.reconfigure(encoding="utf-8")


def value(feature, index):
    if not feature.IsFieldSetAndNotNull(index):
        return None
    field = feature.GetFieldDefnRef(index)
    if field.GetSubType() == ogr.OFSTBoolean:
        return bool(feature.GetFieldAsInteger(index))
    return feature.GetField(index)


dataset = gdal.OpenEx(sys.argv[1], gdal.OF_VECTOR, open_options=sys.argv[2:])
for feature in dataset.GetLayer(0):
    names = [feature.GetFieldDefnRef(i).GetName() for i in range(feature.GetFieldCount())]
    geometry = feature.GetGeometryRef()
    print(json.dumps({
        "properties": {name: value(feature, i) for i, name in enumerate(names)},
        "wkb": bytes(geometry.ExportToIsoWkb(ogr.wkbXDR)).hex(),
    }))
