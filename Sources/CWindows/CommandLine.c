#if defined(_WIN32)

#include "Internal.h"

static int is_blank(wchar_t unit) { return unit == L' ' || unit == L'\t'; }

/// Steps over the first word of a command line, in which a quote begins and ends what may hold blanks, and nothing is escaped.
static const wchar_t *skip_name(const wchar_t *p, struct windows_text *word) {
    int is_quoted = 0;
    for (; *p && (is_quoted || !is_blank(*p)); p++) {
        if (*p == L'"') is_quoted = !is_quoted;
        else if (word) windows_add(word, *p);
    }
    return p;
}

/// Steps over another word, as Microsoft's C run-time reads it ("Parsing C command-line arguments"): backslashes count in front
/// of a quote alone, where two are one, and one makes the quote a character; two quotes within quotes are a character.
static const wchar_t *skip_word(const wchar_t *p, struct windows_text *word) {
    int is_quoted = 0;
    for (;;) {
        size_t slashes = 0;
        for (; *p == L'\\'; p++) slashes++;
        int is_taken = 1;
        if (*p == L'"') {
            if (slashes % 2 == 0) {
                if (is_quoted && p[1] == L'"') {
                    p++;
                } else {
                    is_taken = 0;
                    is_quoted = !is_quoted;
                }
            }
            slashes /= 2;
        }
        for (; slashes; slashes--) {
            if (word) windows_add(word, L'\\');
        }
        if (!*p || (!is_quoted && is_blank(*p))) return p;
        if (is_taken && word) windows_add(word, *p);
        p++;
    }
}

static const wchar_t *skip_blanks(const wchar_t *p) {
    while (is_blank(*p)) p++;
    return p;
}

char *windows_words(const wchar_t *line, intptr_t *length) {
    struct windows_bytes words = {0};
    int is_name = 1;
    for (const wchar_t *p = line; is_name || *p; p = skip_blanks(p)) {
        struct windows_text word = {0};
        p = is_name ? skip_name(p, &word) : skip_word(p, &word);
        is_name = 0;
        char *text = windows_narrow(word.units, word.count);
        windows_add_entry(&words, text);
        free(text);
        free(word.units);
    }
    *length = (intptr_t)words.count;
    return words.bytes;
}

const wchar_t *windows_tail(const wchar_t *line, int32_t index) {
    const wchar_t *p = skip_blanks(skip_name(line, NULL));
    for (; index > 0 && *p; index--) p = skip_blanks(skip_word(p, NULL));
    return p;
}

/// `word` as the C run-time reads it.
static void add_word(struct windows_text *line, const wchar_t *word) {
    const int is_quoted = !*word || wcspbrk(word, L" \t\n\v\"") != NULL;
    size_t slashes = 0;
    if (is_quoted) windows_add(line, L'"');
    for (; *word; word++) {
        if (*word == L'\\') {
            slashes++;
            continue;
        }
        if (*word == L'"') slashes = slashes * 2 + 1;
        for (; slashes; slashes--) windows_add(line, L'\\');
        windows_add(line, *word);
    }
    if (is_quoted) slashes *= 2;
    for (; slashes; slashes--) windows_add(line, L'\\');
    if (is_quoted) windows_add(line, L'"');
}

int windows_is_batch(const wchar_t *path) {
    const wchar_t *dot = wcsrchr(path, L'.');
    return dot && (!_wcsicmp(dot, L".cmd") || !_wcsicmp(dot, L".bat"));
}

/// Whether cmd.exe takes the unit as it is outside of quotes, also as a part of a batch file's argument.
static int is_plain(wchar_t unit) {
    return (unit >= L'a' && unit <= L'z') || (unit >= L'A' && unit <= L'Z') || (unit >= L'0' && unit <= L'9')
        || (unit && wcschr(L"#$*+-./:?@\\_", unit));
}

/// A text within the quotes of cmd.exe, and of the C run-time of the program that a batch file hands it to.
///
/// A quote is doubled, so that to cmd.exe all of it stays within quotes; no escape begins another command. A percent sign gets
/// a variable in front that is empty, `%cd:~,%`, so that it begins no variable's name. (CVE-2024-24576, "BatBadBut".)
static void add_quoted(struct windows_text *line, const wchar_t *text) {
    size_t slashes = 0;
    windows_add(line, L'"');
    for (; *text; text++) {
        if (*text == L'\\') {
            slashes++;
        } else {
            if (*text == L'"') {
                for (; slashes; slashes--) windows_add(line, L'\\');
                windows_add(line, L'"');
            } else if (*text == L'%') {
                windows_add_text(line, L"%%cd:~,");
            }
            slashes = 0;
        }
        windows_add(line, *text);
    }
    for (; slashes; slashes--) windows_add(line, L'\\');
    windows_add(line, L'"');
}

/// A word for a batch file; false where it can't be given one.
static int add_batch_word(struct windows_text *line, const wchar_t *word) {
    // Everything behind a line break would be lost, or be a line of its own.
    if (wcspbrk(word, L"\r\n")) return 0;
    const wchar_t *p = word;
    while (is_plain(*p)) p++;
    // A backslash at the end would take the quote behind a word that is put into quotes.
    const int is_bare = p > word && !*p && p[-1] != L'\\';
    if (is_bare) windows_add_text(line, word);
    else add_quoted(line, word);
    return 1;
}

/// The most units of a command that cmd.exe reads (Microsoft, "Command prompt line string limitation").
enum { longest_command = 8191 };

/// The line that has cmd.exe run a batch file: with its extensions, without delayed variables and without AutoRun.
static int add_batch(struct windows_text *line, const wchar_t *program, const char *const *words) {
    wchar_t folder[MAX_PATH];
    folder[0] = 0;
    folder[GetSystemDirectoryW(folder, MAX_PATH)] = 0;
    windows_add(line, L'"');
    windows_add_text(line, folder);
    windows_add_text(line, L"\\cmd.exe\" /e:ON /v:OFF /d /c ");
    const size_t start = line->count;
    // cmd.exe takes the outer quotes away.
    windows_add(line, L'"');
    add_quoted(line, program);
    for (size_t i = 1; words[0] && words[i]; i++) {
        wchar_t *word = windows_wide(words[i]);
        windows_add(line, L' ');
        const int is_done = add_batch_word(line, word);
        free(word);
        if (!is_done) return windows_failed(windows_line_break);
    }
    windows_add(line, L'"');
    return line->count - start > longest_command ? windows_failed(windows_long_command) : 0;
}

wchar_t *windows_line(const wchar_t *program, const char *const *words, const wchar_t *tail) {
    struct windows_text line = {0};
    if (windows_is_batch(program)) {
        if (add_batch(&line, program, words) != 0) {
            free(line.units);
            return NULL;
        }
    } else {
        for (size_t i = 0; words[i] && (i == 0 || !tail); i++) {
            wchar_t *word = windows_wide(words[i]);
            if (i) windows_add(&line, L' ');
            add_word(&line, word);
            free(word);
        }
        if (tail && *tail) {
            windows_add(&line, L' ');
            windows_add_text(&line, tail);
        }
    }
    // CreateProcess takes 32,767 units with the NUL.
    if (line.count > 32766) {
        free(line.units);
        windows_failed(windows_too_big);
        return NULL;
    }
    windows_add(&line, 0);
    return line.units;
}

/// An entry of the environment, and its place before it was sorted.
struct entry {
    wchar_t *text;
    size_t place;
};

static int compare(const void *first, const void *second) {
    const struct entry *a = first, *b = second;
    // An `=` in front is a part of the name, as in `=C:`.
    const wchar_t *end_a = wcschr(a->text + (*a->text != 0), L'='), *end_b = wcschr(b->text + (*b->text != 0), L'=');
    const int order = CompareStringOrdinal(a->text, end_a ? (int)(end_a - a->text) : -1, b->text,
        end_b ? (int)(end_b - b->text) : -1, TRUE);
    return order - CSTR_EQUAL;
}

static int compare_places(const void *first, const void *second) {
    const struct entry *a = first, *b = second;
    const int order = compare(first, second);
    return order ? order : a->place < b->place ? -1 : 1;
}

wchar_t *windows_block(const char *const *environment) {
    size_t count = 0, longest = 0;
    while (environment[count]) count++;
    struct entry *entries = windows_room((count + 1) * sizeof *entries);
    for (size_t i = 0; i < count; i++) {
        entries[i] = (struct entry){windows_wide(environment[i]), i};
        const wchar_t *equals = wcschr(entries[i].text, L'=');
        const size_t length = equals ? wcslen(equals + 1) : 0;
        if (length > longest) longest = length;
    }
    // Windows has them sorted by their names without regard to case; of two that are the same the first counts.
    qsort(entries, count, sizeof *entries, compare_places);
    struct windows_text block = {0};
    for (size_t i = 0; i < count; i++) {
        if (*entries[i].text && (i == 0 || compare(&entries[i - 1], &entries[i]))) {
            windows_add_text(&block, entries[i].text);
            windows_add(&block, 0);
        }
    }
    for (size_t i = 0; i < count; i++) free(entries[i].text);
    free(entries);
    if (longest > 32766) {
        free(block.units);
        windows_failed(windows_long_variable);
        return NULL;
    }
    windows_add(&block, 0);
    windows_add(&block, 0);
    return block.units;
}

#endif
