"""Draws features in the styles of SLD files as QGIS does: python3 qgis_style.py TASK.json RESULT.json FOLDER

TASK has "pictures", each with "sld" (file), "picture" (PNG to write to FOLDER), "features" (WKT in degrees, and attributes),
"fields" (QGIS memory provider's field definitions), "crs", "extent" (in that CRS), "width", "height", "fonts" (files).
Pixels are those of SLD, of 0.28 mm. Needs Debian's python3-qgis; QT_QPA_PLATFORM=offscreen where there is no screen.
"""

import json
import os
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QFontDatabase, QImage, QPainter

DPI = 25.4 / 0.28


def memory_layer(task):
    first = QgsGeometry.fromWkt(task["features"][0]["wkt"])
    kind = ["Point", "LineString", "Polygon"][first.type()]
    fields = "".join(f"&field={field}" for field in task["fields"])
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326{fields}", "layer", "memory")
    for row in task["features"]:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(row["wkt"]))
        feature.setAttributes(row["attributes"])
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    message, done = layer.loadSldStyle(task["sld"])
    if not done:
        sys.exit(f"{task['sld']}: QGIS cannot read the style: {message}")
    return layer


def draw(task, folder):
    layer = memory_layer(task)
    size = QSize(task["width"], task["height"])
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(task["crs"]))
    settings.setOutputDpi(DPI)
    settings.setOutputSize(size)
    settings.setExtent(QgsRectangle(*task["extent"]))
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.Antialiasing, True)
    settings.setFlag(QgsMapSettings.DrawLabeling, True)
    image = QImage(size, QImage.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.Antialiasing)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.start()
    job.waitForFinished()
    painter.end()
    image.save(os.path.join(folder, task["picture"]))


def main(task_file, result_file, folder):
    application = QgsApplication([], False)
    application.initQgis()
    with open(task_file, encoding="utf-8") as file:
        tasks = json.load(file)["pictures"]
    for font in {font for task in tasks for font in task["fonts"]}:
        QFontDatabase.addApplicationFont(font)
    for task in tasks:
        draw(task, folder)
    with open(result_file, "w", encoding="utf-8") as file:
        json.dump([task["picture"] for task in tasks], file)
    application.exitQgis()


if __name__ == "__main__":
    main(*sys.argv[1:4])
