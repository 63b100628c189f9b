-- A run computes only those indices again whose digest is another one; without a digest they are computed in any case.

ALTER TABLE landscape_indices ADD COLUMN input_digest varchar(32);
ALTER TABLE study ADD COLUMN connectivity_digest varchar(32);
