"""What a database error means for the run: wait and try again, stop, or look at the page."""

from __future__ import annotations

from enum import Enum

import sqlalchemy.exc as sa_exc

__all__ = ["Trouble", "trouble_of"]

#: SQLSTATE: insufficient resources (disk full), read-only transaction, no privilege, wrong password, no such database.
_REFUSED_STATES = ("53100", "25006", "42501", "28", "3D000")
#: SQLSTATE: connection exceptions, operator intervention, serialization failures, lock not available.
_GONE_STATES = ("08", "57P", "40", "55P03", "53300")
#: MySQL: server gone, lost, refused, shutting down; lock wait, deadlock.
_GONE_CODES = {1040, 1053, 1205, 1213, 2002, 2003, 2006, 2013, 2055}
#: MySQL: disk or table full, read-only, access denied, no such database.
_REFUSED_CODES = {1021, 1044, 1045, 1049, 1114, 1142, 1290, 1836}
_SQLITE_REFUSED = ("readonly", "full", "disk i/o", "unable to open", "not a database", "malformed", "no such table")
_SQLITE_GONE = ("locked", "busy")


class Trouble(Enum):
    """The three answers to a database error."""

    GONE = "gone"
    REFUSED = "refused"
    DATA = "data"


def trouble_of(error: sa_exc.DBAPIError) -> Trouble:
    """Tell what an error of the driver means.

    >>> import sqlite3
    >>> trouble_of(sa_exc.OperationalError("", {}, sqlite3.OperationalError("database is locked")))
    <Trouble.GONE: 'gone'>
    """
    origin = error.orig
    state = getattr(origin, "sqlstate", None)
    if isinstance(state, str):
        if state.startswith(_REFUSED_STATES):
            return Trouble.REFUSED
        return Trouble.GONE if state.startswith(_GONE_STATES) else Trouble.DATA
    if error.connection_invalidated:
        return Trouble.GONE
    if not isinstance(error, (sa_exc.OperationalError, sa_exc.InterfaceError, sa_exc.InternalError)):
        return Trouble.DATA
    code = origin.args[0] if origin is not None and origin.args else None
    if isinstance(code, int):
        if code in _REFUSED_CODES:
            return Trouble.REFUSED
        return Trouble.GONE if code in _GONE_CODES or code == 0 else Trouble.DATA
    message = str(origin).lower()
    if any(word in message for word in _SQLITE_REFUSED):
        return Trouble.REFUSED
    if any(word in message for word in _SQLITE_GONE) or state is None:
        return Trouble.GONE
    return Trouble.DATA
