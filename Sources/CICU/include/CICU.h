#pragma once
// The system's ICU behind a face that names no ICU type, so that its headers never meet the ICU inside Foundation.
//
// Text is UTF-8 (`uint8_t`, with a byte count) unless it says UTF-16 (`uint16_t`, with a count of units).
// Every function that can fail returns ICU's own status: zero or negative is success, positive a failure
// whose name `cicu_error_name` gives. A result that does not fit answers CICU_BUFFER_OVERFLOW and how much room it needs.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CICU_BUFFER_OVERFLOW = 15, CICU_INVALID_TEXT = 10, CICU_OUT_OF_MEMORY = 7 };

const char *cicu_error_name(int32_t status);
const char *cicu_version(void);

// Normalization: 0 NFC, 1 NFD, 2 NFKC, 3 NFKD. `unchanged` is set, and nothing written, when the text is already in that form.
int32_t cicu_normalize(int form, const uint8_t *text, size_t count, uint8_t *out, size_t capacity, size_t *written, bool *unchanged);

// Properties of one scalar.
int32_t cicu_script(uint32_t scalar);
const char *cicu_script_code(int32_t script);
int32_t cicu_script_named(const char *code);
int8_t cicu_category(uint32_t scalar);

// Segmentation. Boundaries are byte offsets into the text, the end included, the start not. `kinds` says what stood before each boundary:
// for words 0 spaces and punctuation, 1 number, 2 letters; for sentences always 0.
int32_t cicu_boundaries(int unit /* 0 sentences, 1 words */, const char *locale, const uint8_t *text, size_t count,
                        int32_t *offsets, uint8_t *kinds, size_t capacity, size_t *found);

// Rule transliteration. `error_offset` is where in the rules (UTF-16) a mistake stands, or -1.
typedef struct cicu_transliterator cicu_transliterator;
int32_t cicu_transliterator_open(const uint16_t *id, int32_t id_count, const uint16_t *rules, int32_t rules_count,
                                 cicu_transliterator **out, int32_t *error_offset);
void cicu_transliterator_close(cicu_transliterator *t);
int32_t cicu_transliterate(const cicu_transliterator *t, uint16_t *text, int32_t *count, int32_t capacity);

// Collation.
typedef struct cicu_collator cicu_collator;
int32_t cicu_collator_open(const char *locale, cicu_collator **out);
void cicu_collator_close(cicu_collator *c);
int32_t cicu_collate(const cicu_collator *c, const uint8_t *a, size_t a_count, const uint8_t *b, size_t b_count, int32_t *order);
int32_t cicu_sort_key(const cicu_collator *c, const uint16_t *text, int32_t count, uint8_t *out, int32_t capacity, int32_t *needed);

// Calendars: days are counted from 1970-01-01, in UTC. Months and days count from 1.
enum { CICU_GREGORIAN = 0, CICU_PERSIAN = 1, CICU_ISLAMIC = 2 };
int32_t cicu_day_of_date(int calendar, int32_t year, int32_t month, int32_t day, int64_t *out);
int32_t cicu_date_of_day(int calendar, int64_t day, int32_t *year, int32_t *month, int32_t *out_day);

// Confusables (UTS 39).
int32_t cicu_skeleton(const uint8_t *text, size_t count, uint8_t *out, size_t capacity, size_t *written);

// Text of another charset as UTF-8; what is no text in it becomes U+FFFD.
int32_t cicu_decode(const char *charset, const uint8_t *text, size_t count, uint8_t *out, size_t capacity, size_t *written);

// Names in a locale. Country and language codes are lists ended by NULL that ICU keeps; a missing name answers an empty text.
const char *const *cicu_country_codes(void);
const char *const *cicu_language_codes(void);
int32_t cicu_country_name(const char *code, const char *locale, uint16_t *out, int32_t capacity, int32_t *count);
int32_t cicu_language_name(const char *code, const char *locale, uint16_t *out, int32_t capacity, int32_t *count);
int32_t cicu_currency_name(const char *code, const char *locale, uint16_t *out, int32_t capacity, int32_t *count);
int32_t cicu_month_name(int calendar, int32_t month, const char *locale, uint16_t *out, int32_t capacity, int32_t *count);
int32_t cicu_weekday_name(int32_t weekday /* 1 Sunday */, const char *locale, uint16_t *out, int32_t capacity, int32_t *count);
