package centrasage.desk.alert.channel;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** E-mail by SMTP: plain text, one message for each recipient. */
final class MailChannel implements Channel {
    private static final int WORDS_MAX = 200;

    private final MailSettings settings;
    private final Session session;
    private final Clock clock;

    MailChannel(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        session = Session.getInstance(settings.properties());
    }

    /** With the identifier of ours, which the library would write anew each time. */
    private static final class Identified extends MimeMessage {
        private final String identifier;

        Identified(Session session, String identifier) {
            super(session);
            this.identifier = identifier;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identifier);
        }
    }

    @Override
    public Delivery send(Notice notice) {
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = message(notice);
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivery.Sent();
        } catch (AuthenticationFailedException e) {
            return new Delivery.Later(
                    "The mail server refuses our sign-in (alerts.smtp.user and alerts.smtp.password): " + said(e));
        } catch (SendFailedException e) {
            return refused(notice, e);
        } catch (MessagingException e) {
            return new Delivery.Later("The mail server " + settings.host() + ":" + settings.port()
                    + " cannot be worked with: " + said(e));
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (settings.user().isBlank()) {
            transport.connect();
        } else {
            transport.connect(settings.user(), settings.password());
        }
    }

    private MimeMessage message(Notice notice) throws MessagingException {
        MimeMessage message = new Identified(session, "<" + notice.id() + ">");
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(notice.address())});
        message.setSubject(notice.title(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated"); // so that nobody's out-of-office answers
        message.setText(
                Stream.concat(notice.lines().stream(), Stream.of(notice.link()))
                        .collect(Collectors.joining("\r\n\r\n")),
                StandardCharsets.UTF_8.name());
        return message;
    }

    /** A server that refuses a recipient for good says so with a code of 500 and more. */
    private static Delivery refused(Notice notice, SendFailedException failure) {
        String why = "The mail server does not take a message to " + notice.address() + ": " + said(failure);
        return said(failure).matches("(?s).*\\b4\\d\\d[ -].*") ? new Delivery.Later(why) : new Delivery.Refused(why);
    }

    /** What the server said stands in what is nested deepest. */
    private static String said(MessagingException failure) {
        Exception last = failure;
        while (last instanceof MessagingException nested && nested.getNextException() != null) {
            last = nested.getNextException();
        }
        String words = String.valueOf(last.getMessage()).strip().replaceAll("\\s+", " ");
        return words.substring(0, Math.min(words.length(), WORDS_MAX));
    }
}
