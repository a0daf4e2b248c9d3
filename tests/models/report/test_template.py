import pytest
from jinja2 import TemplateNotFound, UndefinedError

from models.report.template import template


def test_a_template_is_not_rendered_without_its_values():
    with pytest.raises(UndefinedError):
        template("annual.html.j2").render()


def test_only_what_lies_in_the_folder_is_a_template():
    with pytest.raises(TemplateNotFound):
        template("../template.py")
