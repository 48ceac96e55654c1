#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucol.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>

_Static_assert(sizeof(UChar) == sizeof(uint16_t), "UTF-16 unit");
_Static_assert(sizeof(UErrorCode) == sizeof(int32_t), "status");
_Static_assert(U_BUFFER_OVERFLOW_ERROR == CICU_BUFFER_OVERFLOW, "status");
_Static_assert(U_INVALID_CHAR_FOUND == CICU_INVALID_TEXT, "status");
_Static_assert(U_MEMORY_ALLOCATION_ERROR == CICU_OUT_OF_MEMORY, "status");

// Names are short: text up to this many UTF-16 units is worked on without a trip to the heap.
enum { SCRATCH = 256 };

typedef struct {
    UChar stack[SCRATCH];
    UChar *units;
    int32_t capacity;
} scratch;

static bool scratch_open(scratch *s, int32_t capacity) {
    s->units = s->stack;
    s->capacity = SCRATCH;
    if (capacity <= SCRATCH) return true;
    s->units = malloc((size_t)capacity * sizeof(UChar));
    s->capacity = capacity;
    return s->units != NULL;
}

static void scratch_close(scratch *s) {
    if (s->units != s->stack) free(s->units);
}

const char *cicu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }

const char *cicu_version(void) { return U_ICU_VERSION; }

// MARK: Normalization

static const UNormalizer2 *normalizer(int form, UErrorCode *status) {
    switch (form) {
        case 0: return unorm2_getNFCInstance(status);
        case 1: return unorm2_getNFDInstance(status);
        case 2: return unorm2_getNFKCInstance(status);
        default: return unorm2_getNFKDInstance(status);
    }
}

int32_t cicu_normalize(int form, const uint8_t *text, size_t count, uint8_t *out, size_t capacity, size_t *written, bool *unchanged) {
    UErrorCode status = U_ZERO_ERROR;
    *written = 0;
    *unchanged = false;
    if (count > INT32_MAX / 4 || capacity > INT32_MAX) return U_ILLEGAL_ARGUMENT_ERROR;
    const UNormalizer2 *n = normalizer(form, &status);
    if (U_FAILURE(status)) return status;
    scratch source, target = {.units = target.stack};
    if (!scratch_open(&source, (int32_t)count + 1)) return U_MEMORY_ALLOCATION_ERROR;
    int32_t units = 0;
    u_strFromUTF8(source.units, source.capacity, &units, (const char *)text, (int32_t)count, &status);
    if (U_SUCCESS(status)) {
        int32_t span = unorm2_spanQuickCheckYes(n, source.units, units, &status);
        if (U_SUCCESS(status) && span == units) {
            *unchanged = true;
        } else if (U_SUCCESS(status)) {
            int32_t room = units + units / 2 + 32;
            for (;;) {
                if (!scratch_open(&target, room)) {
                    status = U_MEMORY_ALLOCATION_ERROR;
                    break;
                }
                int32_t needed = unorm2_normalize(n, source.units, units, target.units, target.capacity, &status);
                if (status != U_BUFFER_OVERFLOW_ERROR) {
                    units = needed;
                    break;
                }
                status = U_ZERO_ERROR;
                scratch_close(&target);
                target.units = target.stack;
                room = needed + 1;
            }
            if (U_SUCCESS(status)) {
                int32_t bytes = 0;
                u_strToUTF8((char *)out, (int32_t)capacity, &bytes, target.units, units, &status);
                *written = (size_t)bytes;
                if (status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
            }
        }
    }
    scratch_close(&target);
    scratch_close(&source);
    return status;
}

// MARK: Properties

int32_t cicu_script(uint32_t scalar) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript((UChar32)scalar, &status);
}

const char *cicu_script_code(int32_t script) {
    const char *name = uscript_getShortName((UScriptCode)script);
    return name ? name : "Zzzz";
}

int32_t cicu_script_named(const char *code) { return u_getPropertyValueEnum(UCHAR_SCRIPT, code); }

int8_t cicu_category(uint32_t scalar) { return u_charType((UChar32)scalar); }

// MARK: Segmentation

int32_t cicu_boundaries(int unit, const char *locale, const uint8_t *text, size_t count, int32_t *offsets, uint8_t *kinds,
                        size_t capacity, size_t *found) {
    UErrorCode status = U_ZERO_ERROR;
    *found = 0;
    if (count > INT32_MAX) return U_ILLEGAL_ARGUMENT_ERROR;
    UText utf8 = UTEXT_INITIALIZER;
    utext_openUTF8(&utf8, (const char *)text, (int64_t)count, &status);
    UBreakIterator *iterator = ubrk_open(unit == 0 ? UBRK_SENTENCE : UBRK_WORD, locale, NULL, 0, &status);
    if (U_SUCCESS(status)) ubrk_setUText(iterator, &utf8, &status);
    if (U_SUCCESS(status)) {
        ubrk_first(iterator);
        for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
            if (*found < capacity) {
                int32_t rule = unit == 0 ? 0 : ubrk_getRuleStatus(iterator);
                offsets[*found] = at;
                kinds[*found] = rule < UBRK_WORD_NUMBER ? 0 : rule < UBRK_WORD_LETTER ? 1 : 2;
            }
            *found += 1;
        }
        if (*found > capacity) status = U_BUFFER_OVERFLOW_ERROR;
    }
    if (iterator) ubrk_close(iterator);
    utext_close(&utf8);
    return status;
}

// MARK: Rule transliteration

int32_t cicu_transliterator_open(const uint16_t *id, int32_t id_count, const uint16_t *rules, int32_t rules_count,
                                 cicu_transliterator **out, int32_t *error_offset) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError mistake = {.line = 0, .offset = -1};
    *error_offset = -1;
    *out = (cicu_transliterator *)utrans_openU(id, id_count, UTRANS_FORWARD, rules, rules_count, &mistake, &status);
    if (U_FAILURE(status)) *error_offset = mistake.offset;
    return status;
}

void cicu_transliterator_close(cicu_transliterator *t) { utrans_close((UTransliterator *)t); }

int32_t cicu_transliterate(const cicu_transliterator *t, uint16_t *text, int32_t *count, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t limit = *count;
    utrans_transUChars((const UTransliterator *)t, text, count, capacity, 0, &limit, &status);
    return status == U_STRING_NOT_TERMINATED_WARNING ? U_ZERO_ERROR : status;
}

// MARK: Collation

int32_t cicu_collator_open(const char *locale, cicu_collator **out) {
    UErrorCode status = U_ZERO_ERROR;
    *out = (cicu_collator *)ucol_open(locale, &status);
    return status;
}

void cicu_collator_close(cicu_collator *c) { ucol_close((UCollator *)c); }

int32_t cicu_collate(const cicu_collator *c, const uint8_t *a, size_t a_count, const uint8_t *b, size_t b_count, int32_t *order) {
    UErrorCode status = U_ZERO_ERROR;
    if (a_count > INT32_MAX || b_count > INT32_MAX) return U_ILLEGAL_ARGUMENT_ERROR;
    *order = ucol_strcollUTF8((const UCollator *)c, (const char *)a, (int32_t)a_count, (const char *)b, (int32_t)b_count, &status);
    return status;
}

int32_t cicu_sort_key(const cicu_collator *c, const uint16_t *text, int32_t count, uint8_t *out, int32_t capacity, int32_t *needed) {
    *needed = ucol_getSortKey((const UCollator *)c, text, count, out, capacity);
    if (*needed == 0) return U_INTERNAL_PROGRAM_ERROR;
    return *needed > capacity ? U_BUFFER_OVERFLOW_ERROR : U_ZERO_ERROR;
}

// MARK: Calendars

static const char *const calendar_locales[] = {"en@calendar=gregorian", "fa@calendar=persian", "ar@calendar=islamic-umalqura"};
static const double day_length = 86400000.0;

// Opening a calendar costs about a microsecond and cloning is no cheaper, so one is opened a call: dates are rare.
static UCalendar *calendar_open(int calendar, UErrorCode *status) {
    static const UChar utc[] = {'U', 'T', 'C', 0};
    if (calendar < 0 || calendar > CICU_ISLAMIC) {
        *status = U_ILLEGAL_ARGUMENT_ERROR;
        return NULL;
    }
    UCalendar *c = ucal_open(utc, 3, calendar_locales[calendar], UCAL_DEFAULT, status);
    if (U_SUCCESS(*status)) {
        ucal_clear(c);
        ucal_setAttribute(c, UCAL_LENIENT, 0);
        // The proleptic Gregorian calendar, as ISO 8601 has it.
        if (calendar == CICU_GREGORIAN) ucal_setGregorianChange(c, -1e17, status);
    }
    return c;
}

int32_t cicu_day_of_date(int calendar, int32_t year, int32_t month, int32_t day, int64_t *out) {
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *c = calendar_open(calendar, &status);
    if (U_SUCCESS(status)) {
        ucal_set(c, UCAL_EXTENDED_YEAR, year);
        ucal_set(c, UCAL_MONTH, month - 1);
        ucal_set(c, UCAL_DATE, day);
        double milliseconds = ucal_getMillis(c, &status);
        double days = milliseconds / day_length;
        *out = (int64_t)(days < 0 ? days - 0.5 : days + 0.5);
    }
    if (c) ucal_close(c);
    return status;
}

int32_t cicu_date_of_day(int calendar, int64_t day, int32_t *year, int32_t *month, int32_t *out_day) {
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *c = calendar_open(calendar, &status);
    if (U_SUCCESS(status)) ucal_setMillis(c, (double)day * day_length, &status);
    if (U_SUCCESS(status)) {
        *year = ucal_get(c, UCAL_EXTENDED_YEAR, &status);
        *month = ucal_get(c, UCAL_MONTH, &status) + 1;
        *out_day = ucal_get(c, UCAL_DATE, &status);
    }
    if (c) ucal_close(c);
    return status;
}

// MARK: Confusables

int32_t cicu_skeleton(const uint8_t *text, size_t count, uint8_t *out, size_t capacity, size_t *written) {
    UErrorCode status = U_ZERO_ERROR;
    if (count > INT32_MAX || capacity > INT32_MAX) return U_ILLEGAL_ARGUMENT_ERROR;
    USpoofChecker *checker = uspoof_open(&status);
    if (U_SUCCESS(status)) {
        int32_t length = uspoof_getSkeletonUTF8(checker, 0, (const char *)text, (int32_t)count, (char *)out, (int32_t)capacity, &status);
        *written = (size_t)length;
        if (status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
    }
    if (checker) uspoof_close(checker);
    return status;
}

// MARK: Charsets

int32_t cicu_decode(const char *charset, const uint8_t *text, size_t count, uint8_t *out, size_t capacity, size_t *written) {
    UErrorCode status = U_ZERO_ERROR;
    if (count > INT32_MAX || capacity > INT32_MAX) return U_ILLEGAL_ARGUMENT_ERROR;
    *written = (size_t)ucnv_convert("UTF-8", charset, (char *)out, (int32_t)capacity, (const char *)text, (int32_t)count, &status);
    return status == U_STRING_NOT_TERMINATED_WARNING ? U_ZERO_ERROR : status;
}

// MARK: Names

const char *const *cicu_country_codes(void) { return uloc_getISOCountries(); }

const char *const *cicu_language_codes(void) { return uloc_getISOLanguages(); }

// ICU answers a code it does not know with the code itself: that is no name.
static int32_t named(UErrorCode status, int32_t *count) {
    if (status == U_USING_DEFAULT_WARNING) *count = 0;
    return status == U_STRING_NOT_TERMINATED_WARNING ? U_ZERO_ERROR : status;
}

int32_t cicu_country_name(const char *code, const char *locale, uint16_t *out, int32_t capacity, int32_t *count) {
    UErrorCode status = U_ZERO_ERROR;
    char region[32] = "und_";
    if (strlen(code) > 8) return U_ILLEGAL_ARGUMENT_ERROR;
    strcat(region, code);
    *count = uloc_getDisplayCountry(region, locale, out, capacity, &status);
    return named(status, count);
}

int32_t cicu_language_name(const char *code, const char *locale, uint16_t *out, int32_t capacity, int32_t *count) {
    UErrorCode status = U_ZERO_ERROR;
    *count = uloc_getDisplayLanguage(code, locale, out, capacity, &status);
    return named(status, count);
}

int32_t cicu_currency_name(const char *code, const char *locale, uint16_t *out, int32_t capacity, int32_t *count) {
    UErrorCode status = U_ZERO_ERROR;
    UChar units[4];
    if (strlen(code) != 3) return U_ILLEGAL_ARGUMENT_ERROR;
    u_charsToUChars(code, units, 4);
    const UChar *name = ucurr_getName(units, locale, UCURR_LONG_NAME, NULL, count, &status);
    if (U_SUCCESS(status) && *count > capacity) return U_BUFFER_OVERFLOW_ERROR;
    if (U_SUCCESS(status)) u_memcpy(out, name, *count);
    return named(status, count);
}

static int32_t date_symbol(UDateFormatSymbolType kind, int calendar, int32_t index, const char *language, uint16_t *out,
                           int32_t capacity, int32_t *count) {
    static const char *const keywords[] = {"gregorian", "persian", "islamic"};
    UErrorCode status = U_ZERO_ERROR;
    char locale[64];
    if (strlen(language) > 32 || calendar < 0 || calendar > CICU_ISLAMIC) return U_ILLEGAL_ARGUMENT_ERROR;
    strcpy(locale, language);
    strcat(locale, "@calendar=");
    strcat(locale, keywords[calendar]);
    UDateFormat *format = udat_open(UDAT_FULL, UDAT_FULL, locale, NULL, 0, NULL, 0, &status);
    if (U_SUCCESS(status)) *count = udat_getSymbols(format, kind, index, out, capacity, &status);
    if (format) udat_close(format);
    return named(status, count);
}

int32_t cicu_month_name(int calendar, int32_t month, const char *locale, uint16_t *out, int32_t capacity, int32_t *count) {
    return date_symbol(UDAT_STANDALONE_MONTHS, calendar, month - 1, locale, out, capacity, count);
}

int32_t cicu_weekday_name(int32_t weekday, const char *locale, uint16_t *out, int32_t capacity, int32_t *count) {
    return date_symbol(UDAT_STANDALONE_WEEKDAYS, 0, weekday, locale, out, capacity, count);
}
