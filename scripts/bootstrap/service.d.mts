export declare function serviceArguments(): readonly string[];
