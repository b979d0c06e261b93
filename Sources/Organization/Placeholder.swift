// Replaced by the room's files.
