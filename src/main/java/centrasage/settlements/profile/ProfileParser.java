package centrasage.settlements.profile;

import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes a profile of its text, or says all that is wrong with it. */
final class ProfileParser {
    private static final String FEE = "fee.";
    private static final String TYPE = "type.";
    private static final Words<Boolean> FEE_SIGNS =
            Words.of(Map.of("kept-is-positive", false, "kept-is-negative", true));
    private static final Words<ProfileType.Way> WAYS =
            Words.of(Map.of("+", ProfileType.Way.PAID, "-", ProfileType.Way.TAKEN, "turned", ProfileType.Way.TURNED));

    private final String name;
    private final ProfileText text;

    ProfileParser(String name, ProfileText text) {
        this.name = name;
        this.text = text;
    }

    Profile profile() throws BadProfile {
        refuseStrangers();
        Profile profile = new Profile(
                psp(),
                new LayoutParser(text).layout(),
                columns(),
                constants(),
                fees(),
                !text.entries(FEE).isEmpty() && text.one("fees", FEE_SIGNS, false),
                types(),
                text.one("control", Words.of(Control.values()), Control.NONE));
        new ProfileCheck(profile, text).check();
        if (!text.faults().isEmpty()) {
            throw new BadProfile(name, text.faults());
        }
        return profile;
    }

    /** A key that is misspelt would be a rule that is not kept. */
    private void refuseStrangers() {
        for (ProfileText.Entry entry : text.all()) {
            String key = entry.key();
            boolean isKnown = LayoutParser.KEYS.contains(key)
                    || List.of("psp", "fees", "control").contains(key)
                    || Arrays.stream(Field.values()).anyMatch(field -> isOf(field, key))
                    || key.startsWith(FEE)
                    || key.startsWith(TYPE);
            if (!isKnown) {
                text.fault(entry, "is no key of a profile", "See docs/settlements.md for the keys there are");
            }
        }
    }

    private static boolean isOf(Field field, String key) {
        return key.equals(field.columnKey()) || field.mayBeConstant() && key.equals(field.key());
    }

    private String psp() {
        ProfileText.Entry entry = text.entry("psp");
        if (!entry.isThere()) {
            text.fault(entry, "is missing", "Write the provider's name as settlement.csv has it");
        }
        return entry.value().toLowerCase(Locale.ROOT);
    }

    private Map<Field, String> columns() {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (text.has(field.columnKey())) {
                columns.put(field, text.entry(field.columnKey()).value());
            }
        }
        return columns;
    }

    private Map<Field, String> constants() {
        Map<Field, String> constants = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (field.mayBeConstant() && text.has(field.key())) {
                constants.put(field, text.entry(field.key()).value());
            }
        }
        return constants;
    }

    private Map<String, FeeKind> fees() {
        Map<String, FeeKind> fees = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Words<FeeKind> kinds = Words.of(FeeKind.values());
        for (ProfileText.Entry entry : text.entries(FEE)) {
            FeeKind kind = kinds.meaning(entry.value(), FeeKind.OTHER, entry, text);
            if (fees.put(entry.keyAfter(FEE), kind) != null) {
                text.fault(entry, "is there twice", "Remove one of both");
            }
        }
        return fees;
    }

    private Map<String, ProfileType> types() {
        Map<String, ProfileType> types = new LinkedHashMap<>();
        Words<LineKind> kinds = Words.of(LineKind.values());
        for (ProfileText.Entry entry : text.entries(TYPE)) {
            String[] words = entry.value().split("\\s+", 2);
            LineKind kind = kinds.meaning(words[0], LineKind.ADJUSTMENT, entry, text);
            ProfileType.Way way = words.length == 1
                    ? ProfileType.Way.EITHER
                    : WAYS.meaning(words[1], ProfileType.Way.EITHER, entry, text);
            if (types.put(entry.keyAfter(TYPE).toLowerCase(Locale.ROOT), new ProfileType(kind, way)) != null) {
                text.fault(entry, "is there twice", "Remove one of both");
            }
        }
        return types;
    }
}
