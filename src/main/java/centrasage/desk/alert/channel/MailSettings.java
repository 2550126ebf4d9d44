package centrasage.desk.alert.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * The mail server of {@code alerts.smtp}.
 *
 * @param user empty where it takes mail without a sign-in
 * @param tls {@code starttls}, {@code implicit} or {@code none}
 */
record MailSettings(
        String host, int port, String user, String password, String tls, String from, Duration connect, Duration read) {
    private static final String SMTP = "mail.smtp.";

    /** Empty where no server is set. */
    static Optional<MailSettings> of(Function<String, Optional<String>> settings) {
        return settings.apply("alerts.smtp.host")
                .filter(host -> !host.isBlank())
                .map(host -> new MailSettings(
                        host,
                        Integer.parseInt(settings.apply("alerts.smtp.port").orElse("587")),
                        settings.apply("alerts.smtp.user").orElse(""),
                        settings.apply("alerts.smtp.password").orElse(""),
                        settings.apply("alerts.smtp.tls").orElse("starttls"),
                        settings.apply("alerts.smtp.from").orElse(""),
                        Duration.parse(
                                settings.apply("alerts.smtp.connect-timeout").orElse("PT10S")),
                        Duration.parse(
                                settings.apply("alerts.smtp.read-timeout").orElse("PT20S"))));
    }

    boolean isImplicit() {
        return tls.equals("implicit");
    }

    /** Without the encryption that is asked for nothing is sent, neither a password nor a message. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty(SMTP + "host", host);
        properties.setProperty(SMTP + "port", String.valueOf(port));
        properties.setProperty(SMTP + "auth", String.valueOf(!user.isBlank()));
        properties.setProperty(SMTP + "connectiontimeout", String.valueOf(connect.toMillis()));
        properties.setProperty(SMTP + "timeout", String.valueOf(read.toMillis()));
        properties.setProperty(SMTP + "writetimeout", String.valueOf(read.toMillis()));
        properties.setProperty(SMTP + "starttls.enable", String.valueOf(tls.equals("starttls")));
        properties.setProperty(SMTP + "starttls.required", String.valueOf(tls.equals("starttls")));
        properties.setProperty(SMTP + "ssl.enable", String.valueOf(isImplicit()));
        properties.setProperty(SMTP + "ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
