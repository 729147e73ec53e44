"""Runs a filter of lines on a Ray cluster: each machine gets some of the lines, and what comes out is in the order of what went in.

    python3 ray_filter.py ARTICLES.jsonl FOUND.jsonl xtask mine --lines --seeds DIR

The filter and the folder of seeds must be on every machine. Without a cluster Ray uses the processors of this one.
"""

import subprocess
import sys

import ray

# Lines that a machine gets at once: starting the filter costs as much as mining some articles.
LINES = 64


@ray.remote
def filtered(command, lines):
    return subprocess.run(command, input="".join(lines), stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True).stdout


def main(articles, found, *command):
    with open(articles, encoding="utf-8", newline="\n") as file:
        lines = file.readlines()
    ray.init(log_to_driver=False)
    parts = [filtered.remote(list(command), lines[start : start + LINES]) for start in range(0, len(lines), LINES)]
    with open(found, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(ray.get(part) for part in parts)


if __name__ == "__main__":
    main(*sys.argv[1:])
