"""Commands of Superset, one a line of the standard input, in one process: to start it anew takes longer than most of them."""

import shlex
import sys

from flask.cli import ScriptInfo
from superset.app import create_app
from superset.cli.main import superset

app = ScriptInfo(create_app=create_app)
for line in sys.stdin:
    superset.main(shlex.split(line), obj=app, standalone_mode=False)
