"""What the option parser complains of, in our words: its own tell types, and not what to write."""

from __future__ import annotations

import re
from typing import Any, Final

__all__ = ["complaint"]


def complaint(error: Exception) -> str | None:
    """What was typed wrong and what to type; None where `error` is no complaint of the parser."""
    told = getattr(error, "format_message", None)
    if told is None:
        return None
    wrong = _in_our_words(error, str(told())).rstrip(".")
    context = getattr(error, "ctx", None)
    return wrong + "." + (f" Try `{context.command_path} --help`." if context is not None else "")


def _in_our_words(error: Any, told: str) -> str:
    # By name: the parser's classes are no part of what Typer promises.
    match type(error).__name__:
        case "MissingParameter" if getattr(error, "param", None) is not None:
            return f"{_named(error.param)} is missing: {getattr(error.param, 'help', '') or 'give it'}"
        case "BadParameter" if getattr(error, "param", None) is not None:
            given, wanted = _fault(error)
            return f"{_named(error.param)} {given} can't be used: {wanted or error.message}"
        case "NoSuchOption":
            like = [f"; {option} may be meant" for option in error.possibilities or ()]
            return f"there is no option {error.option_name}" + "".join(like[:1])
        case "BadOptionUsage":
            takes_none = "not take" in told
            return f"{error.option_name} " + ("takes no value" if takes_none else "needs a value behind it")
    if found := _NO_COMMAND.search(told):
        meant = (found[2] or "").replace("', '", " or ")
        return f"there is no command {found[1]}" + (f"; {meant} may be meant" if meant else "")
    if found := _EXTRA.search(told):
        return f"{found[1]} is more than the command takes; a name or path with spaces is quoted as a whole"
    return told


def _named(param: Any) -> str:
    """A parameter as the help has it: `--from`, `LIST`."""
    if param.param_type_name == "option":
        return str(param.opts[0])
    return str(param.metavar or param.name.upper()).strip("[].")


def _fault(error: Any) -> tuple[str, str | None]:
    """What was given, and what could have been; nothing for what the parser does not tell."""
    errors = getattr(error.__cause__, "errors", None)
    if errors is None:
        return "", None
    fault = errors()[0]
    wanted = _WANTED.get(fault["type"])
    if wanted is not None:
        return repr(fault["input"]), wanted.format(**fault.get("ctx", {}))
    choices = _CHOICES.search(error.message)
    return repr(fault["input"]), f"use one of {choices[1].replace(chr(39), '')}" if choices else None


_WANTED: Final = {
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "float_parsing": "write a number, for instance 0.75",
    "greater_than_equal": "write {ge} or more",
}
_CHOICES: Final = re.compile(r"is not one of (.*?)\.?$")
_NO_COMMAND: Final = re.compile(r"No such command '(.*?)'\.(?: Did you mean '(.*)'\?)?")
_EXTRA: Final = re.compile(r"unexpected extra arguments?(?:\(s\))? \((.*)\)")
