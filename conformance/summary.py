"""Counts the results of TEAM Engine sessions by group of tests, and those that passed empty.

A passed test that says anything has found nothing to look at, or not what it looked for: it passed empty, and what it says
in the next session counts. One test is for services without an update sequence, three are for those with one: no service can
fill all four, so the one is counted apart. Usage: summary.py SESSION_FOLDER...; exit code 1 when a test failed or passed
empty.
"""

import collections
import pathlib
import sys
import xml.etree.ElementTree as ET

PASSED = ("0", "1", "2")
EXCLUDED = "An updateSequence number is advertised in the Capabilities XML."


def outcomes(session):
    """Outcome and messages of each test of a session; tests that are called more than once are told apart by number."""
    calls = collections.Counter()
    for log in sorted(pathlib.Path(session).rglob("log.xml")):
        root = ET.parse(log).getroot()
        start, end = root.find("starttest"), root.find("endtest")
        if start is None:
            continue
        name = start.get("prefix") or start.get("path"), start.get("local-name")
        calls[name] += 1
        result = end.get("result") if end is not None else "none"
        messages = [(message.text or "").strip() for message in root.iter("message")]
        outcome = (
            "failed" if result not in PASSED else "not applicable" if EXCLUDED in messages else "empty" if messages else "passed"
        )
        yield (*name, calls[name]), outcome, messages


def main(sessions):
    tests = {}
    for session in sessions:
        for test, outcome, messages in outcomes(session):
            if session == sessions[0] or tests.get(test, ("",))[0] == "empty":
                tests[test] = outcome, messages
    counts = collections.defaultdict(collections.Counter)
    for (group, _, _), (outcome, _) in tests.items():
        counts[group][outcome] += 1
    for group, results in sorted(counts.items()):
        print(group, dict(results))
    others = [(group, name, *found) for (group, name, _), found in sorted(tests.items()) if found[0] != "passed"]
    for item in others:
        print(item)
    print(sum(results["passed"] for results in counts.values()), "of", len(tests), "tests passed")
    return 1 if not tests or any(outcome != "not applicable" for _, _, outcome, _ in others) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
