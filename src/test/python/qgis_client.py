"""Uses a WMS, a WMTS and vector files as a QGIS user does: python3 qgis_client.py TASK.json RESULT.json FOLDER

TASK has "wms" (url, layer, versions, systems, inside, outside, extent), "wmts" (url, layer, style, sets, inside, outside,
extent; sets are names of tile matrix sets with their CRS), "rasters" (files, inside, outside, extent) or "files" (paths). Pictures are kept in
FOLDER for people to look at. Needs Debian's python3-qgis; QT_QPA_PLATFORM=offscreen where there is no screen.
"""

import json
import os
import sys
from urllib.parse import quote

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRaster,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QSize, QTimer
from qgis.PyQt.QtGui import QColor, QImage, QPainter

WIDTH, HEIGHT = 400, 320
LEGEND_PATIENCE_MS = 20_000


def transform(crs):
    return QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )


def open_wms(task, version, crs, contextual=0):
    # QGIS takes the version from the capabilities; the parameter makes the service answer in an older one.
    url = quote(f"{task['url']}?VERSION={version}", safe="")
    uri = (
        f"contextualWMSLegend={contextual}&crs={crs}&dpiMode=7&format=image/png"
        f"&layers={task['layer']}&styles=&url={url}"
    )
    return QgsRasterLayer(uri, task["layer"], "wms")


def draw(layer, crs, extent):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setExtent(transform(crs).transformBoundingBox(extent))
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setBackgroundColor(QColor("white"))
    image = QImage(QSize(WIDTH, HEIGHT), QImage.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.start()
    job.waitForFinished()
    painter.end()
    return image, settings, [error.message for error in job.errors()]


def colour(image, settings, crs, lon_lat):
    point = settings.mapToPixel().transform(transform(crs).transform(QgsPointXY(*lon_lat)))
    return image.pixelColor(int(point.x()), int(point.y())).name()


def map_of(task, version, crs, folder):
    seen = {"version": version, "crs": crs, "error": "", "inside": "", "outside": ""}
    layer = open_wms(task, version, crs)
    if not layer.isValid():
        seen["error"] = layer.error().message() or layer.dataProvider().error().message() or "layer is not valid"
        return seen
    image, settings, errors = draw(layer, crs, QgsRectangle(*task["extent"]))
    image.save(os.path.join(folder, f"map-{version}-{crs.replace(':', '')}.png"))
    seen["error"] = "; ".join(errors)
    seen["inside"] = colour(image, settings, crs, task["inside"])
    seen["outside"] = colour(image, settings, crs, task["outside"])
    return seen


def open_wmts(task, matrix_set, crs):
    url = quote(task["url"], safe="")
    uri = (
        f"contextualWMSLegend=0&crs={crs}&dpiMode=7&format=image/png&layers={task['layer']}"
        f"&styles={task['style']}&tileMatrixSet={matrix_set}&url={url}"
    )
    return QgsRasterLayer(uri, task["layer"], "wms")


def picture_of(layer, name, crs, task, folder):
    seen = {"name": name, "error": "", "inside": "", "outside": ""}
    if not layer.isValid():
        seen["error"] = layer.error().message() or layer.dataProvider().error().message() or "layer is not valid"
        return seen
    image, settings, errors = draw(layer, crs, QgsRectangle(*task["extent"]))
    image.save(os.path.join(folder, f"{name}.png"))
    seen["error"] = "; ".join(errors)
    seen["inside"] = colour(image, settings, crs, task["inside"])
    seen["outside"] = colour(image, settings, crs, task["outside"])
    return seen


def identify_tile(task, matrix_set, crs):
    layer = open_wmts(task, matrix_set, crs)
    to_crs = transform(crs)
    answer = layer.dataProvider().identify(
        to_crs.transform(QgsPointXY(*task["inside"])),
        QgsRaster.IdentifyFormatFeature,
        to_crs.transformBoundingBox(QgsRectangle(*task["extent"])),
        WIDTH,
        HEIGHT,
    )
    if not answer.isValid():
        raise RuntimeError(answer.error().message())
    features = [feature for store in list(answer.results().values())[0] for feature in store.features()]
    return {field.name(): str(features[0][field.name()]) for field in features[0].fields()} if features else {}


def identify(task):
    layer = open_wms(task, task["versions"][0], "EPSG:4326")
    extent = QgsRectangle(*task["extent"])
    point = QgsPointXY(*task["inside"])

    def ask(form):
        answer = layer.dataProvider().identify(point, form, extent, WIDTH, HEIGHT)
        if not answer.isValid():
            raise RuntimeError(answer.error().message())
        return list(answer.results().values())[0]

    stores = ask(QgsRaster.IdentifyFormatFeature)
    features = [feature for store in stores for feature in store.features()]
    return {
        "feature": {field.name(): str(features[0][field.name()]) for field in features[0].fields()} if features else {},
        "html": str(ask(QgsRaster.IdentifyFormatHtml)),
        "text": str(ask(QgsRaster.IdentifyFormatText)),
    }


def legend(task, folder, contextual):
    """The legend as it is, or that of what the map shows."""
    layer = open_wms(task, task["versions"][0], "EPSG:4326", contextual)
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setExtent(QgsRectangle(*task["extent"]))
    fetcher = layer.dataProvider().getLegendGraphicFetcher(settings)
    pictures, problems, loop = [], [], QEventLoop()
    fetcher.finish.connect(lambda picture: (pictures.append(QImage(picture)), loop.quit()))
    fetcher.error.connect(lambda problem: (problems.append(problem), loop.quit()))
    QTimer.singleShot(LEGEND_PATIENCE_MS, loop.quit)
    fetcher.start()
    if not pictures and not problems:
        loop.exec_()
    if not pictures:
        raise RuntimeError("no legend: " + "; ".join(problems))
    picture = pictures[0]
    picture.save(os.path.join(folder, f"legend_{contextual}.png"))
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    return {"width": picture.width(), "height": picture.height(), "colours": sorted(colours)}


def vector_file(path):
    layer = QgsVectorLayer(path, os.path.basename(path), "ogr")
    if not layer.isValid():
        raise RuntimeError(f"QGIS cannot open {path}: {layer.error().message()}")
    features = list(layer.getFeatures())
    return {
        "file": os.path.basename(path),
        "rows": [{field.name(): str(feature[field.name()]) for field in layer.fields()} for feature in features],
        "invalid": sum(feature.geometry().isEmpty() or not feature.geometry().isGeosValid() for feature in features),
        "crs": layer.crs().authid(),
    }


def main(task_file, result_file, folder):
    with open(task_file, encoding="utf-8") as file:
        task = json.load(file)
    application = QgsApplication([], False)
    application.initQgis()
    result = {}
    if "wms" in task:
        wms = task["wms"]
        result["maps"] = [
            map_of(wms, version, crs, folder) for version in wms["versions"] for crs in wms["systems"]
        ]
        result["identified"] = identify(wms)
        result["legend"] = legend(wms, folder, 0)
        result["contextual_legend"] = legend(wms, folder, 1)
    if "wmts" in task:
        wmts = task["wmts"]
        result["tiles"] = [
            picture_of(open_wmts(wmts, name, crs), name, crs, wmts, folder) for name, crs in wmts["sets"].items()
        ]
        result["identified"] = [identify_tile(wmts, name, crs) for name, crs in wmts["sets"].items()]
    if "rasters" in task:
        rasters = task["rasters"]
        result["rasters"] = [
            picture_of(QgsRasterLayer(path, "file", "gdal"), os.path.basename(path), "EPSG:3857", rasters, folder)
            for path in rasters["files"]
        ]
    if "files" in task:
        result["files"] = [vector_file(path) for path in task["files"]]
    with open(result_file, "w", encoding="utf-8") as file:
        json.dump(result, file, ensure_ascii=False, indent=1)
    application.exitQgis()


if __name__ == "__main__":
    main(*sys.argv[1:4])
