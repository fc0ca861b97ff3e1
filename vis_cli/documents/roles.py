"""The roles of seats in groups, in Swedish."""

ROLES = {
    "chair": "ordförande",
    "vice-chair": "vice ordförande",
    "secretary": "sekreterare",
    "process-leader": "processledare",
    "member": "ledamot",
    "substitute": "ersättare",
    "adjunct": "adjungerad",
}
"""By the word of the register."""
