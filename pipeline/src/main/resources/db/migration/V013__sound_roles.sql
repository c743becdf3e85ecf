-- What a sound is to its film, beside its language: a dub, an audio description. Null when unknown.

ALTER TABLE encoded_track ADD COLUMN role TEXT;
