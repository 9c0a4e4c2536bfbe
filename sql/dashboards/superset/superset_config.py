# Superset as sql/dashboards/start runs it: one directory holds what it keeps, and secrets of its own.
import os

HOME = os.environ["SUPERSET_HOME"]
with open(os.path.join(HOME, "secret")) as secret:
    SECRET_KEY = secret.read().strip()
SQLALCHEMY_DATABASE_URI = "sqlite:///" + os.path.join(HOME, "superset.db")
