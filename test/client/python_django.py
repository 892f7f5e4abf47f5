# Django
import os
import django
from django.conf import settings
from result import COLUMN, yes

settings.configure(DATABASES={"default": {
    "ENGINE": "django.db.backends.postgresql", "NAME": os.environ["PGDATABASE"], "USER": os.environ["PGUSER"],
    "HOST": os.environ["PGHOST"], "PORT": os.environ["PGPORT"]}})
django.setup()

from django.db import DataError, connection, models  # noqa: E402


class UsccField(models.CharField):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 18, **kwargs})

    def db_type(self, connection):
        return "uscc"


@UsccField.register_lookup
class Prefix(models.Lookup):
    lookup_name = "prefix"

    def as_sql(self, compiler, connection):
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} ^@ {right}", [*left_params, *right_params]


class Organization(models.Model):
    code = UsccField(primary_key=True)
    name = models.TextField(null=True)
    parent = UsccField(null=True)

    class Meta:
        app_label = "client"
        db_table = "organization"


Organization.objects.create(code="91350100M000100Y43", name="福建")
name = Organization.objects.get(code="12100000400000624D").name
both = Organization.objects.filter(code__in=["12100000400000624D", "91350100M000100Y43"]).order_by("code")
like = Organization.objects.filter(code__startswith="9135")
start = Organization.objects.filter(code__prefix="9135")
try:
    Organization.objects.create(code="9135O100M000100Y43")
except DataError as error:
    diag = error.__cause__.diag
    problem = diag.sqlstate, diag.message_detail, diag.message_hint

Organization._meta.db_table = "created"
with connection.schema_editor() as editor:
    editor.create_model(Organization)
Organization._meta.db_table = "organization"
with connection.cursor() as cursor:
    cursor.execute(COLUMN)
    yes("column", cursor.fetchone()[0])
yes("insert", list(Organization.objects.filter(name="福建").values_list("code", flat=True)))
yes("read", Organization.objects.get(name="清华大学").code)
yes("look-up", name)
yes("ANY", [organization.name for organization in both])
yes("LIKE", [organization.name for organization in like])
yes("prefix", [organization.name for organization in start])
yes("division", [o.name for o in Organization.objects.extra(where=["code <@ %s"], params=["3501"])])
Organization.objects.create(code="914403001922038216", parent=None)
yes("NULL", Organization.objects.get(code="914403001922038216").parent)
yes("error", "|".join(problem))
