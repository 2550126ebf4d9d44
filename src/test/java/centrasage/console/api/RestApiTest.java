package centrasage.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A resource that is written and not named is served to nobody. */
class RestApiTest {
    @Test
    void every_resource_and_every_provider_is_served() {
        Set<String> written = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("centrasage.console.api")
                        .stream()
                        .filter(each -> each.isAnnotatedWith(Path.class) || each.isAnnotatedWith(Provider.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(written).hasSizeGreaterThan(15);
        assertThat(new RestApi().getClasses()).extracting(Class::getName).containsAll(written);
    }
}
