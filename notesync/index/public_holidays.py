"""Turn a region and a year into its public holidays, with the `holidays` library.

The library takes a tenth of a second to import. `notesync.index.books` keeps what it says in the
index, so that it is needed once a year.
"""

from __future__ import annotations

from datetime import date

from notesync.errors import UsageError
from notesync.words import N_


class UnknownRegion(UsageError):
    """A country, or a part of one, whose holidays nobody knows."""

    sentence = N_("notesync.toml: region “{region}” is not known. Possible are: {known}.")


def dates(region: str, year: int) -> dict[date, str]:
    """The public holidays of a region in a year, with their names.

    Args:
        region: As ISO 3166 writes it, ``DE`` or ``DE-HH``, in any case.
        year: Four digits.

    Raises:
        UnknownRegion: Says which regions there are.
    """
    import holidays  # a tenth of a second, needed once a year

    country, _, part = region.strip().upper().replace("_", "-").partition("-")
    parts = holidays.list_supported_countries().get(country)
    if parts is None:
        known = sorted(code for code in holidays.list_supported_countries() if len(code) == 2)  # noqa: PLR2004 -- ISO 3166-1 alpha-2
        raise UnknownRegion(region=region, known=", ".join(known))
    written = {one.upper(): one for one in parts}
    if part and part not in written:
        possible = (country, *(f"{country}-{one}" for one in parts))
        raise UnknownRegion(region=region, known=", ".join(possible))
    found = holidays.country_holidays(country, subdiv=written.get(part), years=year)
    return {day: name for day, name in found.items() if day.year == year}
