"""A web proxy that knows the OGC's schemas, a page of the test data with a logo, and nothing else.

The test suite validates against http://schemas.opengis.net/...; this answers from the Maven artifact
org.jvnet.ogc:ogc-schemas, so that a run needs no network and does not hang on one. Usage: schema_proxy.py JAR PORT
"""

import http.server
import pathlib
import struct
import sys
import urllib.parse
import zipfile
import zlib

PREFIXES = {"schemas.opengis.net": "ogc/", "www.w3.org": "w3c/"}
XLINK = pathlib.Path(__file__).parent / "../src/test/resources/schemas/xlink.xsd"
PAGE = b"<!DOCTYPE html><title>Blue Lake</title><p>The data set of the OGC's test suite for WMS 1.3.0.</p>"
LOGO_SIZE = 64, 32


def logo():
    """A picture in one shade of grey, PNG."""
    width, height = LOGO_SIZE

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x80" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )


def handler(jar):
    names = set(jar.namelist())

    class Schemas(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            url = urllib.parse.urlsplit(self.path)
            name = PREFIXES.get(url.hostname, "") + url.path.strip("/")
            if url.path == "/data/logo.png":
                body, kind = logo(), "image/png"
            elif url.path.startswith("/data/"):
                body, kind = PAGE, "text/html"
            elif name == "w3c/1999/xlink.xsd":
                body, kind = XLINK.read_bytes(), "text/xml"
            elif name in names:
                body, kind = jar.read(name), "text/xml"
            else:
                self.send_error(404, "no schema " + self.path)
                return
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    return Schemas


if __name__ == "__main__":
    server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), handler(zipfile.ZipFile(sys.argv[1])))
    server.serve_forever()
