"""Say who answers for this copy of the guide: what the settings of the build name, and no more."""

import os

from scripts.guide.reader import GuideSource

AUTHOR, CONTACT = "AUTHOR", "CONTACT_URL"
NAMED = "**{author}** publishes this copy and answers for it."
NAMELESS = (
    "Whoever publishes this copy has not said who they are. "
    "That is missing here, and we cannot fill it in."
)
REACHED = "Tell them of a barrier or a fault: [{words}]({contact})."
UNREACHED = "They have named no way to reach them either. That is missing, too."
NAMED_UNREACHED = "They have named no way to reach them. That is missing here."
HOW = (
    "Do you publish a copy? Set `AUTHOR` and `CONTACT_URL` when you build it, and both stand here."
)


def who_answers(_: GuideSource) -> dict[str, str]:
    """Return the paragraphs by the name under which the page includes them."""
    author, contact = (os.environ.get(name, "").strip() for name in (AUTHOR, CONTACT))
    who = NAMED.format(author=plain(author)) if author else NAMELESS
    if contact:
        words = contact.removeprefix("mailto:").partition("?")[0]
        how = REACHED.format(words=plain(words), contact=contact.replace(")", "%29"))
    else:
        how = NAMED_UNREACHED if author else UNREACHED
    lines = [f"{who} {how}"] if author and contact else [f"{who} {how}", HOW]
    return {"who-answers.md": "\n\n".join((*lines, ""))}


def plain(text: str) -> str:
    """Return words that Markdown leaves as they are."""
    return "".join(f"\\{one}" if one in r"\`*_{}[]()<>#+!|&" else one for one in text)
