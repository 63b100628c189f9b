package io.microscape.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class ProjectVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Microscape.class.getPackage().getImplementationVersion();
        return new String[] {"microscape " + (version == null ? "(not packaged)" : version)};
    }
}
