ALTER TABLE capsule ADD COLUMN of_a_later_version TEXT;
