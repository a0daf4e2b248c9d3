"""Small texts about three plainly different things, made for the tests."""

from datetime import date

from models.ideas.idea import Idea

SLEEP = (
    "Patienterne sover dårligt på grund af støj om natten",
    "Støj fra vogne om natten vækker dem der sover",
    "Mindre støj om natten giver bedre søvn",
    "Søvn er vigtig: dæmp støj på gangen om natten",
    "Ørepropper mod støj så patienterne kan få søvn om natten",
    "Natlys og ro giver søvn, støj om natten gør ikke",
)
FOOD = (
    "Maden bliver smidt ud fordi portionerne er for store",
    "Mindre portioner mad ville give mindre madspild",
    "Vej maden og se hvor stort madspild vi har",
    "Madspild: lad patienterne vælge portionerne af mad selv",
    "Køkkenet kan sende mindre portioner mad op",
    "Mad på bakker bliver smidt ud, det er madspild",
)
LOGIN = (
    "Det tager for lang tid at logge ind på computeren",
    "Log ind på computeren med kort og ikke kodeord",
    "Jeg glemmer mit kodeord til computeren hver uge",
    "Et kodeord til alle systemer på computeren",
    "Computeren logger af mens man henter kodeord",
    "Kort i stedet for kodeord når man vil logge ind",
)


def an_idea(number=1, title="", text="", language="da", **more):
    usual = {"unit_id": None, "innovation_type": None, "submitted_on": date(2026, 1, 1)}
    return Idea(f"i{number:03}", title, text, language, **(usual | more))


def ideas(*texts, language="da"):
    return [an_idea(number, text=text, language=language) for number, text in enumerate(texts)]
