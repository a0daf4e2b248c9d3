"""The units of the invented region: hospitals, departments, sections, and the staff of each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice, product

import numpy as np
from numpy.random import Generator

from survey.asking.organisation import Unit

ROOT = "OPD"
HOSPITALS = (
    "Hospital Månelund",
    "Hospital Stjernevig",
    "Hospital Sagasund",
    "Hospital Eventyrhøj",
    "Regionshuset Luftkastellet",
    "Hospital Drømmestrup",
    "Hospital Skyggenæs",
    "Hospital Troldby",
    "Hospital Elverdal",
    "Hospital Fablerød",
    "Hospital Nissekær",
    "Hospital Havfruevang",
    "Hospital Regnbuelev",
    "Hospital Tordensø",
    "Hospital Kløverbjerg",
    "Hospital Utopistad",
)
# A large region has more hospitals than names were thought up: these are put together.
FIRST_HALVES = (
    "Måne", "Stjerne", "Saga", "Eventyr", "Drømme", "Skygge", "Trold", "Elver", "Fabel", "Nisse",
    "Havfrue", "Regnbue", "Torden", "Kløver", "Utopi", "Gylden", "Sølv", "Tåge", "Perle", "Dug",
)  # fmt: skip
SECOND_HALVES = (
    "vig", "lund", "sund", "høj", "strup", "næs", "kær", "dal", "rød", "vang", "ø", "bjerg", "sted",
)  # fmt: skip
SPECIALTIES = (
    "Medicinsk Afdeling",
    "Kirurgisk Afdeling",
    "Akutafdelingen",
    "Børneafdelingen",
    "Ortopædkirurgisk Afdeling",
    "Kvindesygdomme og Fødsler",
    "Hjertemedicinsk Afdeling",
    "Lungemedicinsk Afdeling",
    "Neurologisk Afdeling",
    "Intensiv Afdeling",
    "Kræftafdelingen",
    "Geriatrisk Afdeling",
    "Billeddiagnostisk Afdeling",
    "Klinisk Biokemisk Afdeling",
    "Patologiafdelingen",
    "Psykiatrisk Afdeling",
    "Ambulatorierne",
    "Fysio- og Ergoterapien",
    "Service og Logistik",
    "Sterilcentralen",
    "IT og Medicoteknik",
    "Nyremedicinsk Afdeling",
    "Øre-, Næse- og Halsafdelingen",
    "Øjenafdelingen",
    "Hudafdelingen",
)
# A section's people before they are scaled to the region's: most 10 to 25, a few a handful.
SECTION_MIDDLE, SECTION_SPREAD, SECTION_LEAST = 17.0, 0.55, 3


@dataclass(frozen=True)
class Shape:
    """The numbers of units of each kind and of people, and the share of them that answers."""

    hospitals: int
    departments: int
    sections: int
    staff: int
    response_rate: float = 0.70


def invented_units(shape: Shape, chance: Generator) -> tuple[Unit, ...]:
    """The region's units, parents first; `staff` of a unit counts everybody under it too."""
    region = Unit(ROOT, None, "Region Opdigtet", "region", int(chance.integers(12, 25)))
    units = [region]
    hospitals = [
        Unit(f"{ROOT}-{n + 1}", ROOT, name, "hospital", int(chance.integers(8, 25)))
        for n, name in enumerate(islice(_hospital_names(), shape.hospitals))
    ]
    for hospital, count in zip(
        hospitals, _dealt(shape.departments, shape.hospitals, chance), strict=True
    ):
        units += [hospital, *(_department(hospital, n, chance) for n in range(count))]
    departments = [unit for unit in units if unit.kind == "department"]
    people = sum(unit.staff or 0 for unit in units)
    sizes = iter(_sizes(shape.sections, shape.staff - people, chance))
    for department, count in zip(
        departments, _dealt(shape.sections, shape.departments, chance), strict=True
    ):
        units += [_section(department, n, next(sizes)) for n in range(count)]
    return _summed(units)


def _hospital_names() -> Iterator[str]:
    """As many as there are halves to put together, none twice."""
    halves = product(SECOND_HALVES, FIRST_HALVES)
    names = (f"Hospital {first}{second}" for second, first in halves)
    return chain(HOSPITALS, (name for name in names if name not in HOSPITALS))


def _dealt(things: int, hands: int, chance: Generator) -> list[int]:
    """Things dealt out unevenly, at least one to each hand."""
    shares = chance.dirichlet(np.full(hands, 4.0))
    return [1 + int(more) for more in chance.multinomial(things - hands, shares)]


def _department(hospital: Unit, n: int, chance: Generator) -> Unit:
    again, kind = divmod(n, len(SPECIALTIES))
    name = SPECIALTIES[kind] + (f" {again + 1}" if again else "")
    place = hospital.name.removeprefix("Hospital ").removeprefix("Regionshuset ")
    return Unit(
        f"{hospital.id}-{n + 1:02}",
        hospital.id,
        f"{name}, {place}",
        "department",
        int(chance.integers(3, 9)),
    )


def _section(department: Unit, n: int, staff: int) -> Unit:
    return Unit(
        f"{department.id}-{n + 1:02}",
        department.id,
        f"{department.name}, afsnit {n + 1}",
        "section",
        staff,
    )


def _sizes(sections: int, people: int, chance: Generator) -> list[int]:
    """So many sections' people, together exactly `people`."""
    draws = SECTION_MIDDLE * chance.lognormal(0.0, SECTION_SPREAD, sections)
    sizes = np.maximum(np.round(draws * people / draws.sum()), SECTION_LEAST).astype(int)
    sizes[np.argmax(sizes)] += people - sizes.sum()
    return [int(size) for size in sizes]


def _summed(units: list[Unit]) -> tuple[Unit, ...]:
    everybody = {unit.id: unit.staff or 0 for unit in units}
    for unit in reversed(units):
        if unit.parent_id is not None:
            everybody[unit.parent_id] += everybody[unit.id]
    return tuple(replace(unit, staff=everybody[unit.id]) for unit in units)
