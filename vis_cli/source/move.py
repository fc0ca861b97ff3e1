"""An item of a list at another place, with its own lines and comments."""

from itertools import pairwise

from vis_cli.source.splice import Spot, stretch


def moved(at: Spot, index: int, to: int) -> str:
    """The whole text with an item moved; `at` is the list, `to` the item's index afterwards.

    Where items share lines with each other or with what holds them, what is between them stays where it is.
    """
    text = at.text
    stretches = [stretch(child, at) for child in at.children()]
    (begin, stop), (first, last) = stretches[index], stretches[to]
    if not at.node.flow and text[: at.node.start].rpartition("\n")[2].strip() == "":
        piece = text[begin:stop]
        if to > index:
            return text[:begin] + text[stop:last] + piece + text[last:]
        return text[:first] + piece + text[first:begin] + text[stop:]
    words = [text[start:end] for start, end in stretches]
    words.insert(to, words.pop(index))
    gaps = [text[one[1] : two[0]] for one, two in pairwise(stretches)]
    inside = "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
    return text[: stretches[0][0]] + inside + text[stretches[-1][1] :]
