# Superset as sql/dashboards/start runs it: one directory holds what it keeps, and secrets of its own.
import os

HOME = os.environ["SUPERSET_HOME"]
with open(os.path.join(HOME, "secret")) as secret:
    SECRET_KEY = secret.read().strip()
SQLALCHEMY_DATABASE_URI = "sqlite:///" + os.path.join(HOME, "superset.db")
# filters by country reach charts whose rows name none: see datasets/items.yaml
FEATURE_FLAGS = {"ENABLE_TEMPLATE_PROCESSING": True}
