"""Ideas come in from a file and are seen theme by theme."""

import pytest

from tests.journeys.walking import bring, go, press, sees, tab

pytestmark = pytest.mark.journey
IDEAS = """idea_id;title;text
1;Video til kontrol;Patienten møder lægen på video i stedet for at rejse til kontrol
2;Videokontrol på skærm;Kontrol hos lægen kan klares som videosamtale med patienten
3;Kontrol over video;Video sparer patienten for rejsen til lægen ved kontrol
4;Skema ved vagtskifte;Et fast skema ved vagtskifte sparer tid for sygeplejersker
5;Bedre vagtskifte;Vagtskifte med et fælles skema giver sygeplejersker ro
6;Fast vagtskifte;Sygeplejersker bruger samme skema ved hvert vagtskifte
"""


def test_ideas_from_a_file_are_grouped_by_theme(shared_server, browser_page, tmp_path):
    path = tmp_path / "ideer.csv"
    path.write_text(IDEAS, encoding="utf-8")
    go(browser_page, shared_server, "idea_clinic")
    tab(browser_page, "Mange idéer fra en fil")
    bring(browser_page, path)
    sees(browser_page, "Nye: 6")
    tab(browser_page, "Temaer")
    press(browser_page, "Gruppér idéerne")
    sees(browser_page, "6 idéer er samlet i")
