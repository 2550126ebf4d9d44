package centrasage.simulator.sage200.odata;

import centrasage.simulator.sage200.fields.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a {@code $filter} into tokens and hands them out one by one. */
final class Tokens {
    private static final Pattern WORDS =
            Pattern.compile("\\s*(?:('(?:[^']|'')*')|(\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]+Z?)?)|(-?\\d+(?:\\.\\d+)?)"
                    + "|([A-Za-z_][A-Za-z0-9_.]*)|([(),]))");
    private static final Token.Kind[] KINDS = {
        Token.Kind.STRING, Token.Kind.MOMENT, Token.Kind.NUMBER, Token.Kind.WORD, Token.Kind.SIGN
    };

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Tokens(String filter) {
        String text = filter.strip();
        Matcher matcher = WORDS.matcher(text);
        int at = 0;
        while (at < text.length()) {
            matcher.region(at, text.length());
            Refused.unless(matcher.lookingAt(), "Syntax error at position " + at + " in '" + filter + "'.");
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "the end"));
    }

    private static Token token(Matcher matcher) {
        for (int group = 1; group <= KINDS.length; group++) {
            String text = matcher.group(group);
            if (text != null) {
                boolean quoted = KINDS[group - 1] == Token.Kind.STRING;
                return new Token(KINDS[group - 1], quoted ? unquote(text) : text);
            }
        }
        throw new IllegalStateException("a token of no kind: " + matcher);
    }

    /** A quote inside a string is written twice. */
    private static String unquote(String text) {
        return text.substring(1, text.length() - 1).replace("''", "'");
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean takeIf(String word) {
        boolean is = peek().is(word);
        if (is) {
            take();
        }
        return is;
    }

    void expect(String word) {
        Refused.unless(takeIf(word), "Expected '" + word + "' before '" + peek().text() + "' in $filter.");
    }
}
