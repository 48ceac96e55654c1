#include "CDictionaries.h"

#include <stdalign.h>

// The last byte is padding, so that an archive that has not been built yet still compiles.
static alignas(16) const uint8_t lexicon[] = {
#embed "../../Dictionaries/compiled/lexicon.namvar" suffix(, )
    0};
static alignas(16) const uint8_t comparison[] = {
#embed "../../Dictionaries/compiled/comparison.namvar" suffix(, )
    0};
static alignas(16) const uint8_t entities[] = {
#embed "../../Dictionaries/compiled/entities.namvar" suffix(, )
    0};
static alignas(16) const uint8_t names[] = {
#embed "../../Dictionaries/compiled/names.namvar" suffix(, )
    0};
static alignas(16) const uint8_t models[] = {
#embed "../../Dictionaries/compiled/models.namvar" suffix(, )
    0};

namvar_bytes namvar_shipped_lexicon(void) { return (namvar_bytes){lexicon, sizeof lexicon - 1}; }
namvar_bytes namvar_shipped_comparison(void) { return (namvar_bytes){comparison, sizeof comparison - 1}; }
namvar_bytes namvar_shipped_entities(void) { return (namvar_bytes){entities, sizeof entities - 1}; }
namvar_bytes namvar_shipped_names(void) { return (namvar_bytes){names, sizeof names - 1}; }
namvar_bytes namvar_shipped_models(void) { return (namvar_bytes){models, sizeof models - 1}; }
