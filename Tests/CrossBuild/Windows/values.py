#!/usr/bin/env python3
#
# values.py FOLDER PROFILES SEED
#
# Generates values that a line of cmd can hold, 100 for each profile, and writes: config.toml with the profiles; values.bat, which
# switches to each of them and back, and has Roles.c print the variables after each step; older.txt, what half of the variables
# hold before, for Roles.c; wanted/NAME.txt, what is to be printed, sorted.

import os
import random
import sys

folder, profiles, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(seed)
pieces = [
    "%", "%%", "%PATH%", "%PATH:~0,4%", "%1", "%*", "%~f0", "^", "^^", "&", "&&", "|", "||", "<", ">", "!", "!PATH!", "(", ")", "'", "`",
    " ", "\t", "=", ";", ",", "\\", "/", "*", "?", "@", "#", "$", "~", ":", "[", "]", "{", "}", "a", "b", "1", "é", "ü", "°",
    "& echo x>canary.txt &", "^& echo x>canary.txt", "| echo x>canary.txt", ">canary.txt", "(echo x>canary.txt)", "rem ", "::",
]
names = [f"V{number:03}" for number in range(100)]


def value():
    """A value that is not empty, which for cmd would be none."""
    return "".join(chance.choice(pieces) for _ in range(chance.randint(1, 5)))


def toml(text):
    """The text as TOML writes it."""
    return '"' + "".join(f"\\u{ord(letter):04x}" for letter in text) + '"'


def keep(name, values):
    """Writes what Roles.c prints of these variables."""
    lines = sorted((f"{key}={text}".encode("utf-16-be").hex()) for key, text in values.items())
    with open(f"{folder}/wanted/{name}.txt", "w") as file:
        file.writelines(line + "\n" for line in lines)


os.makedirs(f"{folder}/wanted")
os.makedirs(f"{folder}/found")
older = {name: value() for name in names[::2]}
with open(f"{folder}/older.txt", "w", encoding="utf-8") as file:
    file.writelines(f"{name}={text}\n" for name, text in older.items())
config = []
batch = ["@echo off"]
for number in range(profiles):
    own = {name: value() for name in names}
    config += [f"[profiles.g{number}]", 'url = "http://proxy.example:8080"', f"[profiles.g{number}.env]"]
    config += [f"{name} = {toml(text)}" for name, text in own.items()]
    batch += [f"call proxyenv use g{number}", f"roles entries >found\\use{number}.txt"]
    batch += ["call proxyenv off", f"roles entries >found\\off{number}.txt"]
    keep(f"use{number}", own)
    keep(f"off{number}", older)
with open(f"{folder}/config.toml", "w", encoding="utf-8") as file:
    file.writelines(line + "\n" for line in config)
with open(f"{folder}/values.bat", "w", newline="") as file:
    file.writelines(line + "\r\n" for line in batch)
