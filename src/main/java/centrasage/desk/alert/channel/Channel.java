package centrasage.desk.alert.channel;

/** A way out: e-mail, or one web hook. */
public interface Channel {

    /** Sends it, within the time-outs of its settings; called outside of any transaction. */
    Delivery send(Notice notice);
}
