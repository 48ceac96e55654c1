#pragma once
#include <stddef.h>
#include <stdint.h>

/// The compiled dictionaries that ship with the program, embedded as they stand in Dictionaries/compiled.
/// The bytes are 16-aligned, live as long as the process, and are only paged in when read.
typedef struct {
    const uint8_t *start;
    size_t count;
} namvar_bytes;

/// Letters, titles, affixes, readings, schemes.
namvar_bytes namvar_shipped_lexicon(void);
/// Which words correspond: costs, meanings, the word lexicon.
namvar_bytes namvar_shipped_comparison(void);
/// Entities with their aliases and index.
namvar_bytes namvar_shipped_entities(void);
/// Names as entities: given and family names, and full names that are known to be somebody's.
namvar_bytes namvar_shipped_names(void);
/// Trained reading models.
namvar_bytes namvar_shipped_models(void);
