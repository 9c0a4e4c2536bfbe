"""A folder of articles as seven days change it: cycle.py FOLDER DAY COUNT.

Day 0 makes COUNT articles: a quarter each as files, as records with an id, as records without one, and as rows of a CSV
and members of an archive. Each later day adds, changes, renames, moves and removes some, and corrects metadata. What it
does depends on the day and the count alone; the state is in FOLDER.json beside the folder.
"""
import csv
import json
import os
import random
import shutil
import sys
import tarfile

folder, day, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
state_file = folder.rstrip("/") + ".json"
dice = random.Random(f"{day} {count}")
COUNTRIES = ["Japan", "Kenya", "Norway", "Brazil", "the United States", "India"]


def text(number, version):
    country = COUNTRIES[number % len(COUNTRIES)]
    return (f"Report {number}\n{country} gave training to fishermen in {1900 + number % 120}. This is version {version}.\n"
            f"They include:\n- step {number}: done\n- version {version}\nItem | Cost |\n---|---|\npump {number} | {version} |\n")


def article(number):
    return {"number": number, "version": 1, "title": f"Title {number}"}


if day == 0:
    state = {"next": count, "files": {}, "ids": [], "lines": [], "rows": [], "members": {}}
    for n in range(count):
        kind = n % 5
        if kind == 0:
            state["files"][f"f{n // 500}/a{n}.txt"] = article(n)
        elif kind == 4:
            state["members"][f"m{n}.txt"] = article(n)
        else:
            state[("ids", "lines", "rows")[kind - 1]].append(article(n))
else:
    with open(state_file, encoding="utf-8") as f:
        state = json.load(f)
    some = max(1, count // 50)
    for kind in "ids", "lines", "rows":
        records = state[kind]
        for _ in range(some):
            record = dice.choice(records)
            what = dice.randrange(5)
            if what == 0:
                records.remove(record)
            elif what == 1:
                record["version"] += 1
            elif what == 2:
                record["title"] += f", corrected on day {day}"
            elif what == 3:  # the same once more, and at another place
                records.insert(dice.randrange(len(records)), dict(record, id_of=None))
            else:
                records.insert(dice.randrange(len(records)), article(state["next"]))
                state["next"] += 1
    for kind in "files", "members":
        names = sorted(state[kind])
        for name in dice.sample(names, min(some, len(names) // 2)):
            what = dice.randrange(5)
            one = state[kind][name]
            if what == 0:
                del state[kind][name]
            elif what == 1:
                one["version"] += 1
            elif what == 2:  # renamed
                state[kind][name.replace(".txt", f"-{day}.txt")] = state[kind].pop(name)
            elif what == 3:  # moved
                state[kind][f"moved{day}/" + os.path.basename(name)] = state[kind].pop(name)
            else:
                state[kind][f"new{day}/a{state['next']}.txt"] = article(state["next"])
                state["next"] += 1
    if day == 4:  # a folder as a whole
        for name in [n for n in state["files"] if n.startswith("f0/")]:
            state["files"]["g0/" + name[3:]] = state["files"].pop(name)

shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
for name, one in state["files"].items():
    os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
    with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
        f.write(f"---\ntitle: {one['title']}\n---\n" + text(one["number"], one["version"]))
for kind in "ids", "lines":
    with open(os.path.join(folder, kind + ".jsonl"), "w", encoding="utf-8") as f:
        for one in state[kind]:
            record = {"title": one["title"], "text": text(one["number"], one["version"])}
            if kind == "ids":
                record["id"] = one["number"]
            f.write(json.dumps(record) + "\n")
with open(os.path.join(folder, "rows.csv"), "w", encoding="utf-8", newline="") as f:
    writer = csv.writer(f)
    writer.writerow(["title", "text"])
    for one in state["rows"]:
        writer.writerow([one["title"], text(one["number"], one["version"])])
with tarfile.open(os.path.join(folder, "members.tar"), "w") as tar:
    for name, one in sorted(state["members"].items()):
        path = folder.rstrip("/") + ".member"
        with open(path, "w", encoding="utf-8") as f:
            f.write(text(one["number"], one["version"]))
        tar.add(path, name)
        os.unlink(path)
with open(state_file, "w", encoding="utf-8") as f:
    json.dump(state, f)
