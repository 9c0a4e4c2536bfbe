#!/usr/bin/env python3
"""A pooler as PgBouncer is one: pooler.py MODE SOCKET SERVER_SOCKET USER DATABASE
Listens on SOCKET until its standard input ends. In the mode session each client has a session of the server to itself, in
the mode transaction all share one (that they don't speak at the same time is up to the caller). Process numbers are made up."""
import os
import select
import socket
import struct
import sys

mode, path, server_path, user, database = sys.argv[1:]


def begin():
    """A session of the server, and what the server said until it was ready."""
    server = socket.socket(socket.AF_UNIX)
    server.connect(server_path)
    words = b'user\0%s\0database\0%s\0client_encoding\0UTF8\0\0' % (user.encode(), database.encode())
    server.sendall(struct.pack('!ii', len(words) + 8, 196608) + words)
    said = b''
    while not said.endswith(b'Z\0\0\0\x05I'):
        said += server.recv(65536)
    key = said.index(b'K\0\0\0\x0c')
    return server, said[:key + 5] + struct.pack('!i', 1) + said[key + 9:]


listener = socket.socket(socket.AF_UNIX)
listener.bind(path)
os.chmod(path, 0o777)
listener.listen()
shared = begin() if mode == 'transaction' else None
servers, speaker, startup = {}, {}, set()  # a client's server; who hears what a server says; clients that say who they are
print('ready', flush=True)
while True:
    readable = select.select([listener, sys.stdin, *servers, *speaker, *startup], [], [])[0]
    if sys.stdin in readable:
        break
    for one in readable:
        if one is listener:
            startup.add(listener.accept()[0])
            continue
        said = one.recv(65536)
        if one in startup:
            if said[4:8] in (b'\x04\xd2\x16\x2f', b'\x04\xd2\x16\x30'):  # no encryption
                one.sendall(b'N')
                continue
            startup.remove(one)
            servers[one], greeting = shared or begin()
            speaker[servers[one]] = one
            one.sendall(greeting)
        elif one in speaker:
            speaker[one].sendall(said)
        elif not said or said.startswith(b'X'):
            del servers[one]
            one.close()
        else:
            speaker[servers[one]] = one
            servers[one].sendall(said)
