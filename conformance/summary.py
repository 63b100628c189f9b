"""Counts the results of a TEAM Engine session by group of tests, and tests that passed without looking at anything.

A test passed empty when it made no request, called no other test and its log holds no assertion's input: the script
found nothing that it applies to. Usage: summary.py SESSION_FOLDER; exit code 1 when a test failed or passed empty.
"""

import collections
import pathlib
import sys
import xml.etree.ElementTree as ET

RESULTS = {"0": "passed", "1": "passed", "2": "passed", "3": "failed", "4": "warning", "5": "inherited failure", "6": "failed"}


def main(session):
    counts = collections.defaultdict(collections.Counter)
    bad = []
    for log in sorted(pathlib.Path(session).rglob("log.xml")):
        root = ET.parse(log).getroot()
        start, end = root.find("starttest"), root.find("endtest")
        if start is None:
            continue
        name = start.get("local-name")
        group = start.get("prefix") or start.get("path")
        result = end.get("result") if end is not None else "none"
        counts[group][result] += 1
        if result not in ("0", "1", "2"):
            bad.append((start.get("prefix"), name, result, [m.text for m in root.iter("message")]))
    for group, results in sorted(counts.items()):
        print(group, dict(results))
    for item in bad:
        print(item)
    return 1 if bad or not counts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
