"""Counts the results of a TEAM Engine session by group of tests, and those that passed empty.

A test passed empty when its log says that the capabilities hold nothing that it applies to. Usage: summary.py
SESSION_FOLDER; exit code 1 when a test failed or passed empty.
"""

import collections
import pathlib
import sys
import xml.etree.ElementTree as ET

PASSED = ("0", "1", "2")
NOTHING_THERE = ("No ", "Can't check")


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
        messages = [message.text or "" for message in root.iter("message")]
        empty = any(message.strip().startswith(NOTHING_THERE) for message in messages)
        outcome = "failed" if result not in PASSED else "empty" if empty else "passed"
        counts[group][outcome] += 1
        if outcome != "passed":
            bad.append((group, name, outcome, messages))
    for group, results in sorted(counts.items()):
        print(group, dict(results))
    for item in bad:
        print(item)
    return 1 if bad or not counts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
