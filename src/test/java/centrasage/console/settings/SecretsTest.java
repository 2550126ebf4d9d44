package centrasage.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:h2:file:./data/x;MODE=LEGACY          | jdbc:h2:file:./data/x;MODE=LEGACY",
                "jdbc:sqlserver://db:1433;databaseName=c;encrypt=true | jdbc:sqlserver://db:1433;databaseName=c;encrypt=true",
                "jdbc:sqlserver://db;user=sa;password=a=b;x=1 | jdbc:sqlserver://db;user=***;password=***;x=1",
                "jdbc:sqlserver://db;password={a;b};x=1     | jdbc:sqlserver://db;password=***;x=1",
                "jdbc:sqlserver://db;trustStorePassword=t   | jdbc:sqlserver://db;trustStorePassword=***",
                "jdbc:sqlserver://db;accessToken=t;PWD=p    | jdbc:sqlserver://db;accessToken=***;PWD=***"
            })
    void an_address_is_shown_without_its_secrets(String url, String shown) {
        assertThat(Secrets.without(url)).isEqualTo(shown);
    }
}
