package centrasage.simulator.sage200.odata;

import centrasage.simulator.sage200.fields.Entity;
import centrasage.simulator.sage200.fields.Field;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Reads a {@code $filter}: {@code or} binds looser than {@code and}, brackets bind tightest. */
final class FilterParser {
    private static final Set<String> FUNCTIONS = Set.of("contains", "startswith", "endswith");

    private final Entity entity;
    private final Tokens tokens;

    private FilterParser(Entity entity, String filter) {
        this.entity = entity;
        this.tokens = new Tokens(filter);
    }

    static Predicate<ObjectNode> parse(Entity entity, String filter) {
        FilterParser parser = new FilterParser(entity, filter);
        Predicate<ObjectNode> predicate = parser.alternatives();
        Refused.unless(
                parser.tokens.peek().kind() == Token.Kind.END,
                "Syntax error at '" + parser.tokens.peek().text() + "' in $filter.");
        return predicate;
    }

    private Predicate<ObjectNode> alternatives() {
        Predicate<ObjectNode> any = conditions();
        while (tokens.takeIf("or")) {
            any = any.or(conditions());
        }
        return any;
    }

    private Predicate<ObjectNode> conditions() {
        Predicate<ObjectNode> all = condition();
        while (tokens.takeIf("and")) {
            all = all.and(condition());
        }
        return all;
    }

    private Predicate<ObjectNode> condition() {
        if (tokens.takeIf("(")) {
            Predicate<ObjectNode> inner = alternatives();
            tokens.expect(")");
            return inner;
        }
        Token first = tokens.take();
        if (first.kind() == Token.Kind.WORD
                && FUNCTIONS.contains(first.text())
                && tokens.peek().is("(")) {
            return function(first.text());
        }
        return Comparison.of(field(first), tokens.take().text(), tokens.take());
    }

    /** A function is a condition by itself, or compared with true or false: {@code endswith(f,'x') eq false}. */
    private Predicate<ObjectNode> function(String name) {
        tokens.expect("(");
        Field field = field(tokens.take());
        tokens.expect(",");
        Token part = tokens.take();
        tokens.expect(")");
        Refused.unless(
                field.isText() && part.kind() == Token.Kind.STRING, name + " takes a text field and a quoted string.");
        String wanted = Values.fold(part.text());
        BiPredicate<String, String> test = test(name);
        Predicate<ObjectNode> holds =
                row -> test.test(Values.fold(row.path(field.name()).asText("")), wanted);
        if (!tokens.peek().is("eq") && !tokens.peek().is("ne")) {
            return holds;
        }
        boolean equal = tokens.take().is("eq");
        Token flag = tokens.take();
        Refused.unless(flag.is("true") || flag.is("false"), name + " is compared with true or false.");
        return equal == flag.is("true") ? holds : holds.negate();
    }

    private static BiPredicate<String, String> test(String name) {
        return switch (name) {
            case "contains" -> String::contains;
            case "startswith" -> String::startsWith;
            default -> String::endsWith;
        };
    }

    private Field field(Token token) {
        Field field = token.kind() == Token.Kind.WORD ? entity.field(token.text()) : null;
        if (field == null || field.isChild()) {
            throw Refused.because("'" + token.text() + "' is not a field of " + entity.name() + " to filter on.");
        }
        return field;
    }
}
