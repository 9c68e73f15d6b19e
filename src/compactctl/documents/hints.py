"""What scaffolds write behind a text that is still to be written: the tool's own words, and no part of any text.

The form writes them (drafts/form.py); whoever looks for texts that end in a comment passes over them.
"""

from typing import Final

from compactctl.documents.values import Party

ISSUE: Final = "what matters here, in your own words"
WHY: Final = "why it matters most here, in a sentence or two"
ROLES: Final = {
    Party.AUTHORITY: "such as leader of the council",
    Party.DEPARTMENT: "such as minister for schools",
    Party.ASSOCIATION: "such as chair of the association",
}
HINTS: Final = frozenset((ISSUE, WHY, *ROLES.values()))
"""All that may stand behind a free text."""
