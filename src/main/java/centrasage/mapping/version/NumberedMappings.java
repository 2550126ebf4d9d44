package centrasage.mapping.version;

import centrasage.mapping.Mappings;

/** The mappings of one version. */
public record NumberedMappings(int number, Mappings mappings) {}
