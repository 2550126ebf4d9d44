package centrasage.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Optional;

/** The classes that the rules look at, imported once; and which area of the design a class belongs to. */
final class Code {
    static final String BASE = "centrasage";
    /** Deliberate violations: each rule is shown to fail on them. */
    static final String FIXTURE = "centrasage.architecture.fixture";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(FIXTURE);
    private static final JavaClasses SIMULATORS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(BASE + ".simulator");

    private Code() {}

    static JavaClasses main() {
        return MAIN;
    }

    static JavaClasses violations() {
        return VIOLATIONS;
    }

    static JavaClasses simulators() {
        return SIMULATORS;
    }

    /** The area right under the base: sub-packages belong to their parent; empty for classes that are not ours. */
    static Optional<String> area(JavaClass type, String base) {
        String name = type.getPackageName();
        return name.startsWith(base + ".")
                ? Optional.of(name.substring(base.length() + 1).split("\\.", 2)[0])
                : Optional.empty();
    }
}
