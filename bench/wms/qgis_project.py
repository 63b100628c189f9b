"""Writes a QGIS project with the polygons of PostGIS in the style of an SLD, published by its WMS."""
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsVectorLayer,
    QgsVectorSimplifyMethod,
)

port, sld, target = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(
    f"dbname='polygons' host=127.0.0.1 port={port} user='bench' key='id' srid=4326 type=MultiPolygon"
    ' table="public"."polygons" (geometry)',
    "polygons",
    "postgres",
)
if not layer.isValid():
    sys.exit("QGIS cannot read the polygons")
message, done = layer.loadSldStyle(sld)
if not done:
    sys.exit(f"QGIS cannot read the style: {message}")
# or else polygons of a pixel or two become points and boxes, which is another map
whole = QgsVectorSimplifyMethod()
whole.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHints(QgsVectorSimplifyMethod.NoSimplification))
layer.setSimplifyMethod(whole)
layer.setShortName("polygons")
project = QgsProject.instance()
project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
project.addMapLayer(layer)
project.writeEntry("WMSCrsList", "/", ["EPSG:4326", "CRS:84"])
project.writeEntry("WMSServiceCapabilities", "/", True)
project.write(target)
